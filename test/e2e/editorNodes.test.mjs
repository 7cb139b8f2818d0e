import assert from 'node:assert/strict';
import { after, afterEach, test } from 'node:test';
import { useEditor } from './support/useEditor.mjs';

const NODES = [
	'Flinks Check Registration Status',
	'Flinks Get Accounts',
	'Flinks Request Registrations',
];
const PROVIDERS = ['Okanagan Valley Savings', 'Signal Hill Financial'];

const { editor, sandbox, workflows, filledIn, scriptErrors, close } = await useEditor();
after(close);
afterEach((context) => editor.keepFailure(context));

const column = ({ header, rows }, name) => rows.map((row) => row[header.indexOf(name)]);

test('searching "flinks" finds the three nodes', async () => {
	await editor.openNewWorkflow('Search');
	const found = await editor.searchNodes('flinks');
	for (const name of NODES) assert.ok(found.includes(name), `${name} is not among ${found}`);
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

test('the registration audit runs on the canvas', async () => {
	await editor.openWorkflow(workflows['registration-audit.json'].id);
	await editor.executeWorkflow();
	await editor.keepPicture('registration-audit');
});

test('no script of the editor failed meanwhile', () => {
	assert.deepEqual(scriptErrors, []);
});
