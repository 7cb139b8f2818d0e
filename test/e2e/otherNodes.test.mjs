import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { useDemo } from './support/demo.mjs';

const { n8n, filledIn, credentials } = await useDemo();

const credentialOf = (role) => ({
	[filledIn[role].type]: { id: credentials[role], name: filledIn[role].name },
});

const START = {
	id: 'start',
	name: 'Start',
	type: 'n8n-nodes-base.manualTrigger',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

const save = (name, node) =>
	n8n.fetch('POST', '/rest/workflows', {
		name,
		active: false,
		nodes: [START, { id: 'node', name: 'Node', position: [200, 0], typeVersion: 1, ...node }],
		connections: { Start: { main: [[{ node: 'Node', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	});

const httpRequest = (role, url) => ({
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	parameters: {
		url,
		authentication: 'predefinedCredentialType',
		nodeCredentialType: filledIn[role].type,
	},
	credentials: credentialOf(role),
});

for (const role of ['app', 'recipient']) {
	test(`n8n does not save an HTTP Request node with the ${role} credential`, async () => {
		const { status, data } = await save(`HTTP ${role}`, httpRequest(role, 'http://127.0.0.1:9/'));
		assert.equal(status, 400);
		assert.match(data.message, /restricted to/);
	});
}

test('an HTTP Request node sends nothing with the partner credential', async () => {
	let requests = 0;
	const server = createServer((_, response) => {
		requests += 1;
		response.end('{}');
	});
	await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
	try {
		const url = `http://127.0.0.1:${server.address().port}/`;
		const { data } = await save('HTTP partner', httpRequest('partner', url));
		const { status, error } = await n8n.run(data.data.id, 'Start');
		assert.equal(status, 'error');
		assert.match(`${error.message} ${error.description}`, /domain|not allowed|prevent|block/i);
		assert.equal(requests, 0);
	} finally {
		server.close();
	}
});

for (const [role, type] of [
	['recipient', 'flinksGetAccounts'],
	['recipient', 'flinksGetAccountsTool'],
	['app', 'flinksConnectCustomer'],
	['app', 'flinksConnectCustomerTool'],
	['app', 'flinksConnectionTrigger'],
	['app', 'flinksRequestRegistrations'],
]) {
	test(`${type} takes the ${role} credential`, async () => {
		const { status, data } = await save(`${type} ${role}`, {
			type: `n8n-nodes-flinks-outbound.${type}`,
			parameters: {},
			credentials: credentialOf(role),
		});
		assert.equal(status, 200, data.message);
	});
}
