import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { answerConsent } from '../../host/lib/consent.mjs';
import { waitUntil } from '../../host/lib/waiting.mjs';
import { useCustomers } from './support/customers.mjs';
import { useDemo } from './support/demo.mjs';
import {
	databaseTables,
	filesBelow,
	secretMarks,
	secretPatterns,
	secretsIn,
} from './support/secrets.mjs';

const demo = await useDemo();
const { n8n, filledIn, stateDir, node24 } = demo;
const customers = useCustomers(demo);
const { partner, app } = filledIn;
const known = {
	partnerSecret: partner.data.clientSecret,
	recipientSecret: app.data.clientSecret,
	connectionKey: app.data.connectionKey,
	basic: Buffer.from(`${app.data.clientId}:${app.data.clientSecret}`).toString('base64'),
};
const patterns = secretPatterns(known);
const home = path.join(stateDir, 'n8n', '.n8n');
const ENCRYPTED = 'credentials_entity';

/** The tables (credentials aside), n8n's own files and every log. */
function everySecretFound() {
	const tables = databaseTables(node24, path.join(home, 'database.sqlite'));
	const rows = Object.entries(tables)
		.filter(([table]) => table !== ENCRYPTED)
		.flatMap(([table, text]) => secretsIn(`table ${table}`, text, patterns));
	const nodes = path.join(home, 'nodes');
	const files = [
		...filesBelow(home, (file) => file.startsWith(nodes)),
		// The sandbox greets with the demo's login, on purpose.
		...filesBelow(path.join(stateDir, 'logs'), (file) => file.endsWith('sandbox.log')),
	];
	return [
		...rows,
		...files.flatMap(({ file, text }) => secretsIn(path.relative(stateDir, file), text, patterns)),
	];
}

/** Returns to n8n as the customer's browser does. */
async function comeBack(url) {
	const response = await fetch(url);
	return { status: response.status, text: await response.text() };
}

test('after allow, deny and replay no secret is in the database, the logs or any output', async () => {
	await customers.setSaving('all');
	const before = await customers.returns();
	const codes = await customers.codesExchanged();
	const back = await answerConsent(await customers.link('customer-1002'), 'allow');
	const code = back.searchParams.get('code');
	assert.ok(code, 'no code came back: the test proves nothing');
	assert.equal(secretsIn('', code, patterns).length, 1, 'the search does not know a code');

	const pages = [await comeBack(back), await comeBack(back)];
	const denied = await answerConsent(await customers.link('customer-1001'), 'deny');
	pages.push(await comeBack(denied));

	assert.deepEqual(
		pages.map(({ status }) => status),
		[200, 400, 200],
	);
	assert.equal(await customers.codesExchanged(), codes + 1);
	await customers.nextReturn(before);
	assert.deepEqual(
		pages.flatMap(({ text }) => secretsIn('page', text, patterns)),
		[],
	);
	assert.deepEqual(everySecretFound(), []);
});

test('the search would find what a Webhook node keeps, even where nothing is to be saved', async () => {
	const planted = `${secretMarks.code}planted`;
	const webhook = {
		id: 'webhook',
		name: 'Webhook',
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		position: [0, 0],
		parameters: { path: 'planted', httpMethod: 'GET', options: {} },
		webhookId: 'planted',
		notes: known.connectionKey,
	};
	const workflow = await n8n.createWorkflow({
		name: 'Planted',
		nodes: [webhook],
		connections: {},
		settings: { saveDataSuccessExecution: 'none', saveDataErrorExecution: 'none' },
	});
	await n8n.activate(workflow);
	const answered = async () =>
		(await comeBack(`${n8n.url}/webhook/planted?code=${planted}`)).status;
	assert.equal(
		await waitUntil(async () => (await answered()) === 200, { timeoutMs: 20_000 }),
		true,
	);

	const found = () => everySecretFound().join('\n');
	assert.ok(
		await waitUntil(() => /table execution_data: code …nted/.test(found()), { timeoutMs: 20_000 }),
		found(),
	);
	assert.match(found(), /table workflow_entity: connectionKey/);
	assert.match(found(), /database\.sqlite.*: code …nted/);
	await n8n.deactivate(workflow.id);
});
