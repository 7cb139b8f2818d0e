import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connect, consent } from '../../host/lib/consent.mjs';
import { runWorkflow, templates } from '../../host/lib/workflows.mjs';
import { useDemo } from './support/demo.mjs';

const { n8n, filledIn } = await useDemo();
const NAME = 'Declined by the customer';
const { type, data: fields } = filledIn.recipient;
// A second consent at the same bank would replace the connection that other tests use.
const data = { ...fields, providerId: '2000' };
const { id } = await n8n.createCredential({ type, data, name: NAME });

/** The account fetch with the credential of this test. */
async function accountFetch() {
	const { workflow } = templates().find(({ file }) => file === 'account-fetch.json');
	const nodes = workflow.nodes.map((node) =>
		node.credentials?.[type] ? { ...node, credentials: { [type]: { id, name: NAME } } } : node,
	);
	return await n8n.createWorkflow({ ...workflow, name: NAME, nodes });
}

test('a declined consent connects nothing, and both n8n and the node say so', async () => {
	const page = await consent(n8n, id, 'deny');
	assert.match(page, /Insufficient parameters for OAuth2 callback/);
	assert.match(page, /access_denied/);
	const stored = await n8n.credential(id);
	assert.ok(!stored.data.oauthTokenData);

	const { status, problem } = await runWorkflow(n8n, (await accountFetch()).id);
	assert.equal(status, 'error');
	assert.match(problem, /connect/i);
});

test('the same credential works once the consent is given', async () => {
	await connect(n8n, id);
	const { status, problem } = await runWorkflow(n8n, (await accountFetch()).id);
	assert.equal(status, 'success', problem);
});
