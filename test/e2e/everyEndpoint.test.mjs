import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerConsent } from '../../host/lib/consent.mjs';
import { waitUntil } from '../../host/lib/waiting.mjs';
import { useCustomers } from './support/customers.mjs';
import { useDemo } from './support/demo.mjs';
import { endpoints, endpointsInReadme, isTo } from './support/endpointUses.mjs';

const demo = await useDemo();
const { n8n, sandbox, filledIn, credentials } = demo;
const customers = useCustomers(demo);
const { recipientId, providerId } = await sandbox.demo();
const [{ accountId }] = await sandbox.accounts();
/** The customer whose connection ends here, and who connects again, so that the other tests find all connected. */
const LEAVING = 'customer-1001';
/** The stored connection of that customer; it is there once they have connected. */
const stored = async () => (await customers.table())[LEAVING]?.connection;
const uses = new Map();
/** What is there already is neither created nor added again. */
const once = Date.now();

const byId = (value) => ({ __rl: true, mode: 'id', value: String(value) });
const registrations = await sandbox.registrations();
/** A recipient that nobody's credential is of, and a bank where it is not registered. */
const other = registrations.find(({ client_id: id }) => id !== recipientId).client_id;
const itsBanks = registrations.filter(({ client_id: id }) => id === other);
const notItsBank = registrations
	.map(({ provider_id: id }) => id)
	.find((id) => !itsBanks.some((row) => row.provider_id === id));
const PARTNER = { role: 'partner' };
const APP = { role: 'app' };
const ACTIVE = {
	...APP,
	node: 'Flinks Data Providers',
	operation: 'getAllForRecipient',
	authentication: 'app',
};
const ACCOUNT = { role: 'recipient', authentication: 'connectedAccount' };

/** By endpoint: a node with everything it needs. What asks it is then said in the README. */
const NODES = {
	R1: {
		...PARTNER,
		node: 'Flinks Data Recipients',
		operation: 'create',
		name: `Every Endpoint ${once}`,
		redirectUris: 'https://recipient.example/back',
	},
	R2: {
		...PARTNER,
		node: 'Flinks Data Recipients',
		operation: 'addRedirectUri',
		recipient: byId(other),
		redirectUris: `https://recipient.example/${once}`,
	},
	R3: {
		...PARTNER,
		node: 'Flinks Data Recipients',
		operation: 'regenerateSecret',
		recipient: byId(other),
	},
	G1: {
		...PARTNER,
		node: 'Flinks Request Registrations',
		recipientsFrom: 'ids',
		recipientIds: other,
		providersFrom: 'ids',
		providerIds: String(notItsBank),
	},
	G2: { ...PARTNER, node: 'Flinks Check Registration Status', operation: 'list' },
	G3: {
		...PARTNER,
		node: 'Flinks Check Registration Status',
		operation: 'waitUntilActive',
		recipientsFrom: 'ids',
		recipientIds: recipientId,
		providersFrom: 'ids',
		providerIds: String(providerId),
		waitMinutes: 0,
	},
	I1: { ...PARTNER, node: 'Flinks Data Providers', operation: 'getAllSupported' },
	I2: {
		...PARTNER,
		node: 'Flinks Data Providers',
		operation: 'getSupported',
		provider: byId(providerId),
	},
	I3: { ...PARTNER, node: 'Flinks Data Recipients', operation: 'list' },
	I4: {
		...PARTNER,
		node: 'Flinks Data Recipients',
		operation: 'get',
		recipient: byId(recipientId),
	},
	A3: { ...ACTIVE, detail: 'basic' },
	A4: ACTIVE,
	F1: { ...ACCOUNT, node: 'Flinks Account Data', resource: 'customer', operation: 'get' },
	F2: { ...ACCOUNT, node: 'Flinks Get Accounts', operation: 'getAll' },
	F3: { ...ACCOUNT, node: 'Flinks Get Accounts', operation: 'get', accountId: byId(accountId) },
	F4: { ...ACCOUNT, node: 'Flinks Account Data', resource: 'transaction', operation: 'getAll' },
	F5: { ...ACCOUNT, node: 'Flinks Account Data', resource: 'paymentNetwork', operation: 'getAll' },
	F6: { ...ACCOUNT, node: 'Flinks Account Data', resource: 'statement', operation: 'getAll' },
	F7: { ...ACCOUNT, node: 'Flinks Account Data', resource: 'statement', operation: 'download' },
	A5: {
		...APP,
		node: 'Flinks Connect Customer',
		operation: 'revokeConnection',
		item: { connection: await stored() },
	},
};

const typeOf = (name) => name.replace(/ /g, '').replace(/^F/, 'f');

/** A workflow of one node, none of whose executions n8n keeps: secrets come out of some. */
async function run(name, { role, node, item = {}, ...parameters }) {
	const credential = { id: credentials[role], name: filledIn[role].name };
	const { id } = await n8n.createWorkflow({
		name: `Endpoint ${name}`,
		nodes: [
			{
				id: 'start',
				name: 'Start',
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{
				id: 'item',
				name: 'Item',
				type: 'n8n-nodes-base.set',
				typeVersion: 3.4,
				position: [120, 0],
				parameters: { mode: 'raw', jsonOutput: JSON.stringify(item), options: {} },
			},
			{
				id: 'node',
				name: node,
				type: `n8n-nodes-flinks-outbound.${typeOf(node)}`,
				typeVersion: 1,
				position: [240, 0],
				parameters,
				credentials: { [filledIn[role].type]: credential },
			},
		],
		connections: {
			Start: { main: [[{ node: 'Item', type: 'main', index: 0 }]] },
			Item: { main: [[{ node, type: 'main', index: 0 }]] },
		},
		settings: { saveManualExecutions: false, saveDataErrorExecution: 'none' },
	});
	await n8n.call('POST', `/rest/workflows/${id}/run`, { triggerToStartFrom: { name: 'Start' } });
}

const askedFor = (name) => async () =>
	(await sandbox.requests()).some((entry) => isTo(name, entry, recipientId));

for (const [name, asked] of Object.entries(NODES)) {
	test(`${name} is asked by ${asked.node}${asked.operation ? `: ${asked.operation}` : ''}`, async () => {
		await sandbox.clearLog();
		await run(name, asked);
		const found = await waitUntil(askedFor(name), { timeoutMs: 20_000, everyMs: 100 });
		const requests = (await sandbox.requests()).map(
			({ method, route, status }) => `${status} ${method} ${route}`,
		);
		assert.ok(found, requests.join('\n'));
		uses.set(name, asked.node);
	});
}

test('A1 is opened by the link of Flinks Connect Customer, and A2 is asked by Flinks Connection Trigger', async () => {
	const ended = await stored();
	const authorizationUrl = await customers.link(LEAVING);
	await sandbox.clearLog();
	await fetch(await answerConsent(authorizationUrl, 'allow'));
	for (const name of ['A1', 'A2']) {
		assert.ok(await waitUntil(askedFor(name), { timeoutMs: 20_000, everyMs: 100 }), name);
	}
	const again = async () => (await stored()) !== ended;
	assert.ok(await waitUntil(again, { timeoutMs: 20_000, everyMs: 100 }), 'connected again');
	uses.set('A1', 'Flinks Connect Customer');
	uses.set('A2', 'Flinks Connection Trigger');
});

test('every endpoint of Flinks Outbound is used by a node, as the README says', (context) => {
	const all = Object.keys(endpoints);
	const missing = all.filter((name) => !uses.has(name));
	assert.deepEqual(missing, []);
	const said = endpointsInReadme();
	assert.deepEqual(Object.keys(said).sort(), all.toSorted());
	for (const [name, node] of uses) assert.ok(said[name].includes(node), `${name}: ${said[name]}`);
	context.diagnostic(`endpoints: ${uses.size} of ${all.length} used by a node`);
});
