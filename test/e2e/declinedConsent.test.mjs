import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connect, consent } from '../../host/lib/consent.mjs';
import { templates } from '../../host/lib/workflows.mjs';
import { runWorkflow } from '../../host/lib/workflows.mjs';
import { useDemo } from './support/demo.mjs';

const { n8n, filledIn } = await useDemo();
const NAME = 'Declined by the customer';
const { id } = await n8n.createCredential({ ...filledIn.recipient, name: NAME });

/** The account fetch with the credential of this test. */
async function accountFetch() {
	const { workflow } = templates().find(({ file }) => file === 'account-fetch.json');
	const type = filledIn.recipient.type;
	const nodes = workflow.nodes.map((node) =>
		node.credentials?.[type] ? { ...node, credentials: { [type]: { id, name: NAME } } } : node,
	);
	return await n8n.createWorkflow({ ...workflow, name: NAME, nodes });
}

test('a declined consent connects nothing, and both n8n and the node say so', async () => {
	const page = await consent(n8n, id, 'deny');
	assert.match(page, /Insufficient parameters for OAuth2 callback/);
	assert.match(page, /access_denied/);
	const { data } = await n8n.credential(id);
	assert.ok(!data.oauthTokenData);

	const { status, problem } = await runWorkflow(n8n, (await accountFetch()).id);
	assert.equal(status, 'error');
	assert.match(problem, /connect/i);
});

test('the same credential works once the consent is given', async () => {
	await connect(n8n, id);
	const { status, problem } = await runWorkflow(n8n, (await accountFetch()).id);
	assert.equal(status, 'success', problem);
});
