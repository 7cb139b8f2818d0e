import assert from 'node:assert/strict';
import { after, afterEach, test } from 'node:test';
import { waitUntil } from '../../host/lib/waiting.mjs';
import { useEditor } from './support/useEditor.mjs';

const { editor, n8n, sandbox, workflows, scriptErrors, close } = await useEditor();
after(close);
afterEach((context) => editor.keepFailure(context));
const { id } = workflows['new-recipient.json'];

test('the template makes a recipient with two addresses and requests its banks', async () => {
	const held = (await sandbox.registrations()).length;
	await sandbox.clearLog();
	await editor.openWorkflow(id);
	await editor.executeWorkflow();
	await editor.keepPicture('new-recipient');

	const requested = (await sandbox.registrations()).slice(held);
	assert.deepEqual(requested.map(({ provider_id: bank }) => bank).sort(), [1000, 2000]);
	assert.equal(new Set(requested.map(({ client_id: recipient }) => recipient)).size, 1);
	const sent = (await sandbox.requests()).filter(({ method }) => method !== 'GET');
	assert.deepEqual(
		sent.map(({ method, route }) => `${method} ${route}`).filter((text) => !/token$/.test(text)),
		[
			'POST /api/v1/recipients',
			'PUT /api/v1/recipients/{client_id}',
			'POST /api/v1/recipients/providers/requests/{recipient_ids}/{provider_ids}',
		],
	);
});

test('the secret is shown once in the editor, and n8n keeps no execution with it', async () => {
	await editor.openNode('Create the Recipient');
	const output = editor.shown('output-panel');
	await editor.shown('radio-button-table', output).click();
	const header = await output.locator('table th').allInnerTexts();
	assert.ok(
		header.some((text) => /clientSecret/.test(text)),
		header.join(),
	);
	await editor.keepPicture('new-recipient-secret');
	assert.deepEqual(await n8n.executions(id), []);
});

test('run again it creates no second one, and says so', async () => {
	await sandbox.clearLog();
	await editor.openWorkflow(id);
	await editor.shown('execute-workflow-button').click();
	const looked = async () => (await sandbox.requests('/api/v1/recipients')).length > 0;
	assert.ok(await waitUntil(looked, { timeoutMs: 30_000, everyMs: 100 }));
	await editor.openNode('Create the Recipient');
	const output = editor.shown('output-panel');
	await output
		.getByText(/There is a recipient of this name already/)
		.first()
		.waitFor();
	await editor.keepPicture('new-recipient-again');
	const created = (await sandbox.requests('/api/v1/recipients')).filter(
		({ method }) => method === 'POST',
	);
	assert.deepEqual(created, []);
	assert.deepEqual(scriptErrors, []);
});
