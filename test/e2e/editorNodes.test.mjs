import assert from 'node:assert/strict';
import { after, afterEach, test } from 'node:test';
import { useEditor } from './support/useEditor.mjs';

// n8n leaves "Trigger" out of the names of triggers that offer several events.
const NODES = [
	'Flinks Account Data',
	'Flinks Check Registration Status',
	'Flinks Connect Customer',
	'Flinks Connection Trigger',
	'Flinks Data Providers',
	'Flinks Data Recipients',
	'Flinks Get Accounts',
	'Flinks Registration',
	'Flinks Request Registrations',
	'Flinks Transaction',
];
const PROVIDERS = ['Okanagan Valley Savings', 'Signal Hill Financial'];

const { editor, sandbox, workflows, filledIn, scriptErrors, close } = await useEditor();
after(close);
afterEach((context) => editor.keepFailure(context));

const column = ({ header, rows }, name) => rows.map((row) => row[header.indexOf(name)]);

test('searching "flinks" finds the ten nodes, each with an icon of its own', async () => {
	await editor.openNewWorkflow('Search');
	const found = await editor.searchNodes('flinks');
	const named = (name) => found.some((shown) => shown === name || shown === `${name} Trigger`);
	assert.deepEqual(
		NODES.filter((name) => !named(name)),
		[],
		found.join(),
	);
	const icons = await editor.page
		.locator('[data-test-id="item-iterator-item"]:visible img')
		.evaluateAll((images) =>
			images.map(({ src, complete, naturalWidth }) => ({
				src,
				shown: complete && naturalWidth > 0,
			})),
		);
	const ours = icons.filter(({ src }) => src.includes('n8n-nodes-flinks-outbound'));
	assert.ok(ours.every(({ shown }) => shown));
	assert.equal(new Set(ours.map(({ src }) => src)).size, NODES.length);
	await editor.keepPicture('node-search');
});

test('Request Registrations: picked by name from the live lists, executed, one row per pair', async () => {
	await editor.openNewWorkflow('Request');
	await editor.searchNodes('flinks');
	await editor.addFoundNode('Flinks Request Registrations');
	await editor.pickCredential(filledIn.partner.name);
	await editor.pick('recipients', ['Prairie Payroll']);
	await editor.pick('providers', PROVIDERS);
	const held = (await sandbox.registrations()).length;

	const table = await editor.executeStep();

	assert.deepEqual(column(table, 'providerName').sort(), PROVIDERS);
	assert.deepEqual(column(table, 'status'), ['PENDING_APPROVAL', 'PENDING_APPROVAL']);
	assert.equal((await sandbox.registrations()).length, held + PROVIDERS.length);
	await editor.widenOutput();
	await editor.keepPicture('request-registrations');
});

test('Check Registration Status: executed, each registration with its status', async () => {
	await editor.openNewWorkflow('Check');
	await editor.searchNodes('flinks');
	await editor.addFoundNode('Flinks Check Registration Status', 'Get many registrations');
	await editor.pickCredential(filledIn.partner.name);

	const table = await editor.executeStep();

	const held = await sandbox.registrations();
	assert.equal(await editor.itemCount(), `${held.length} items`);
	const statusOf = new Map(held.map((row) => [`${row.client_id} ${row.provider_id}`, row.status]));
	const shown = column(table, 'recipientId').map(
		(id, row) => `${id} ${column(table, 'providerId')[row]}`,
	);
	assert.deepEqual(
		column(table, 'status'),
		shown.map((pair) => statusOf.get(pair)),
	);
	await editor.widenOutput();
	await editor.keepPicture('check-registration-status');
});

test('Get Accounts: executed, a row for each account, no full account number', async () => {
	await editor.openNewWorkflow('Accounts');
	await editor.searchNodes('flinks');
	await editor.addFoundNode('Flinks Get Accounts', 'Get many accounts');
	await editor.pickCredential(filledIn.recipient.name);

	const table = await editor.executeStep();

	assert.ok(table.rows.length > 1);
	for (const shown of column(table, 'accountNumberDisplay')) assert.match(shown, /^\*+\d{1,4}$/);
	await editor.widenOutput();
	await editor.keepPicture('get-accounts');
});

test('Data Providers: the panel offers the operations, and an app credential', async () => {
	await editor.openNewWorkflow('Providers');
	await editor.searchNodes('flinks');
	await editor.addFoundNode('Flinks Data Providers', 'Get many supported providers');
	await editor.chooseInField('operation', 'Get Many for a Recipient');
	await editor.pickCredential(filledIn.app.name);

	const table = await editor.executeStep();

	assert.ok(column(table, 'status').includes('Activated'), table.header.join());
});

test('the registration audit runs on the canvas', async () => {
	await editor.openWorkflow(workflows['registration-audit.json'].id);
	await editor.executeWorkflow();
	await editor.keepPicture('registration-audit');
});

test('no script of the editor failed meanwhile', () => {
	assert.deepEqual(scriptErrors, []);
});
