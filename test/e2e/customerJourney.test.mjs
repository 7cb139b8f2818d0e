import assert from 'node:assert/strict';
import { after, afterEach, test } from 'node:test';
import { rowsOf } from '../../host/lib/n8nApi.mjs';
import { waitUntil } from '../../host/lib/waiting.mjs';
import { runWorkflow } from '../../host/lib/workflows.mjs';
import { NIGHTLY, useCustomers } from './support/customers.mjs';
import { useEditor } from './support/useEditor.mjs';

const demo = await useEditor();
const { editor, n8n, sandbox, workflows, filledIn, scriptErrors, close } = demo;
const { page } = editor;
const customers = useCustomers(demo);
after(close);
afterEach((context) => editor.keepFailure(context));

const heading = () => page.textContent('h1');
const bankOf = { 'customer-1001': 2100, 'customer-1002': 2200 };
/** The address a customer came back by; its code is spent. The browser has left it at once. */
let cameBackBy;
page.on('request', (request) => {
	const address = new URL(request.url());
	if (address.pathname.endsWith('flinks-callback') && address.searchParams.has('code')) {
		cameBackBy ??= request.url();
	}
});
const inAddressBar = () => new URL(page.url());
await customers.setSaving('all');

/** Opens a link of this customer and answers the consent page. */
async function answer(reference, decision) {
	await page.goto(await customers.link(reference));
	await page.selectOption('select[name="customer"]', 'noor');
	await page.click(`button[value="${decision}"]`);
	await page.waitForURL(/flinks-callback/);
}

test('a customer reads the consent page in French, allows, and sees that it worked', async () => {
	const before = await customers.returns();
	await page.setViewportSize({ width: 900, height: 760 });
	await page.goto(await customers.link('customer-1002'));
	assert.equal(await page.getAttribute('html', 'lang'), 'fr');
	assert.equal(await heading(), 'Partager vos renseignements bancaires');
	const text = await page.innerText('main');
	assert.match(text, /Maple Budget souhaite consulter .+ Caisse du Fleuve/);
	const scopes = await page.locator('li[data-scope]').allInnerTexts();
	assert.equal(scopes.length, 3);
	assert.match(scopes.join(), /Vos comptes.+Le détail des comptes.+Vos opérations/);
	await editor.keepPicture('customer-consent-french');

	await page.selectOption('select[name="customer"]', 'noor');
	await page.getByRole('button', { name: 'Autoriser' }).click();
	await page.waitForURL(/flinks-callback/);
	assert.equal(await heading(), 'Vos comptes sont liés');
	assert.deepEqual([...inAddressBar().searchParams.keys()], ['flinksResult']);
	assert.equal(await page.getAttribute('html', 'lang'), 'fr');
	await editor.keepPicture('customer-connected');

	const execution = await customers.nextReturn(before);
	assert.equal(execution.status, 'success');
	const accounts = rowsOf(execution, 'Accounts With Customer');
	assert.ok(accounts.length > 1);
	for (const account of accounts) {
		assert.equal(account.reference, 'customer-1002');
		assert.match(account.accountNumberDisplay, /^\*+\d{1,4}$/);
		assert.equal(typeof account.balance, 'number');
	}
});

test('the connection is in the table, sealed', async () => {
	const row = (await customers.table())['customer-1002'];
	assert.equal(row.status, 'connected');
	assert.equal(row.requestedProviderId, '2200');
	assert.equal(row.requestedScope, 'ACCOUNT_BASIC ACCOUNT_DETAILED TRANSACTIONS');
	assert.match(row.linkId, /^[\w-]{22}$/);
	assert.equal(row.language, 'fr');
	assert.match(row.scope, /ACCOUNT_DETAILED/);
	assert.match(row.connection, /^flinks-connection(\.[\w%-]+)+$/);
});

test('a customer who denies is told that nothing was shared, and nothing is stored', async () => {
	const before = await customers.returns();
	const held = await customers.table();
	const exchanged = await customers.codesExchanged();
	await answer('customer-1001', 'deny');
	assert.equal(await heading(), 'Nothing was shared');
	assert.equal(await page.getAttribute('html', 'lang'), 'en');
	await editor.keepPicture('customer-declined');

	const [declined, ...others] = rowsOf(await customers.nextReturn(before), 'Declined');
	assert.equal(others.length, 0);
	assert.equal(declined.reference, 'customer-1001');
	assert.equal(declined.reason, 'customer');
	assert.deepEqual(await customers.table(), held);
	assert.equal(await customers.codesExchanged(), exchanged);
});

for (const [name, address] of [
	['replayed', () => cameBackBy],
	[
		'forged',
		() => cameBackBy.replace(/state=v1\.(.)/, (_, one) => `state=v1.${one === 'A' ? 'B' : 'A'}`),
	],
	['without a state', () => cameBackBy.replace(/state=[^&]*/, '')],
]) {
	test(`a callback that is ${name} makes no connection, asks Flinks nothing, starts nothing`, async () => {
		const before = await customers.returns();
		const held = await customers.table();
		await sandbox.clearLog();

		const response = await page.goto(address());

		assert.equal(response.status(), 400);
		assert.match(await heading(), /Ce lien ne peut pas|This link cannot be used/);
		await editor.keepPicture('customer-link-used');
		assert.deepEqual(await sandbox.requests(), []);
		assert.deepEqual(await customers.table(), held);
		assert.deepEqual(await customers.returns(), before);
	});
}

test('the nightly refresh flags the customer who withdrew consent; the others go on', async () => {
	const { recipientId } = await sandbox.demo();
	const ended = 'customer-1001';
	assert.ok((await sandbox.revoke({ recipientId, providerId: bankOf[ended] })) > 0);

	const { status, problem, results } = await runWorkflow(n8n, workflows[NIGHTLY].id);

	assert.equal(status, 'success', problem);
	const [summary] = results.find(({ node }) => node === 'Summary').rows;
	const { customers: asked, accounts, ended: flagged, otherProblems, problems } = summary;
	assert.deepEqual({ asked, flagged, otherProblems }, { asked: 2, flagged: 1, otherProblems: 0 });
	assert.ok(accounts > 1);
	assert.match(problems.join(), /consent/i);
	const table = await customers.table();
	assert.equal(table[ended].status, 'ended');
	assert.match(table[ended].problem, /consent/i);
	assert.equal(table['customer-1002'].status, 'connected');
});

test('the next night asks for that customer no more, until they connect again', async () => {
	const nightly = async () => {
		const { results } = await runWorkflow(n8n, workflows[NIGHTLY].id);
		return results.find(({ node }) => node === 'Summary').rows[0];
	};
	assert.equal((await nightly()).customers, 1);

	const before = await customers.returns();
	await answer('customer-1001', 'allow');
	assert.equal(await heading(), 'Your accounts are connected');
	await customers.nextReturn(before);

	const table = await customers.table();
	assert.equal(Object.keys(table).length, 2);
	assert.equal(table['customer-1001'].status, 'connected');
	assert.equal(table['customer-1001'].problem, '');
	const { customers: asked, ended } = await nightly();
	assert.deepEqual({ asked, ended }, { asked: 2, ended: 0 });
});

test('as the template is shipped, n8n keeps no execution with accounts', async () => {
	await customers.setSaving('none');
	const kept = await customers.returns();
	const before = (await customers.table())['customer-1002'].connectionId;
	await answer('customer-1002', 'allow');
	const connectedAnew = async () =>
		(await customers.table())['customer-1002'].connectionId !== before;
	assert.ok(await waitUntil(connectedAnew, { timeoutMs: 30_000, everyMs: 200 }));
	await waitUntil(async () => (await customers.returns()).length === kept.length, {
		timeoutMs: 30_000,
		everyMs: 200,
	});
	assert.deepEqual(await customers.returns(), kept);
	await customers.setSaving('all');
});

test('two new triggers answer at addresses that differ and that nobody can guess', async () => {
	const paths = [];
	for (const name of ['First trigger', 'Second trigger']) {
		await editor.openNewWorkflow(name);
		await editor.searchNodes('flinks');
		await editor.addFoundNode('Flinks Connection Trigger');
		await page.getByText('Webhook URLs', { exact: true }).last().click();
		await page.getByText('Production URL', { exact: true }).click();
		const shown = page.locator('.webhook-url, .node-webhooks').getByText(/\/webhook\//);
		paths.push(new URL((await shown.first().innerText()).trim()).pathname);
		if (name === 'First trigger') await editor.keepPicture('connection-trigger');
	}
	for (const path of paths) assert.match(path, /^\/webhook\/[\da-f-]{36}$/);
	assert.notEqual(paths[0], paths[1]);
});

test('the template starts by hand, unless somebody chooses another start', async () => {
	await editor.openWorkflow(workflows['webhook-account-fetch.json'].id);
	const button = editor.shown('execute-workflow-button');
	assert.match(await button.innerText(), /When clicking/);
});

/** Why n8n could not publish a trigger: it tries in the background, and more than once. */
async function whyNotPublished({ id }) {
	const failed = async () => {
		const { triggers } = await n8n.call('GET', `/rest/workflows/${id}/publication-status`);
		return triggers.find(({ status }) => status === 'failed')?.errorMessage;
	};
	return await waitUntil(failed, { timeoutMs: 60_000, everyMs: 500 });
}

test('customers can be sent on to pages of the operator', async () => {
	const redirectUri = `${n8n.url}/webhook/own-pages`;
	const { type, data } = filledIn.app;
	const name = 'Own pages';
	const { id } = await n8n.createCredential({ type, name, data: { ...data, redirectUri } });
	const template = await n8n.workflow(workflows['webhook-account-fetch.json'].id);
	const own = {
		path: 'own-pages',
		answer: 'redirect',
		connectedUrl: `${sandbox.url}/?connected`,
		notConnectedUrl: `${sandbox.url}/?not-connected`,
	};
	const copy = (parameters) => ({
		name,
		connections: template.connections,
		settings: template.settings,
		nodes: template.nodes.map((node) => ({
			...node,
			...(node.credentials?.[type] && { credentials: { [type]: { id, name } } }),
			...(node.name === 'A Customer Returns' && { parameters, webhookId: 'own-pages' }),
		})),
	});
	const elsewhere = await n8n.createWorkflow(copy({ ...own, path: 'elsewhere' }));
	await n8n.activate(elsewhere);
	assert.match(await whyNotPublished(elsewhere), /own-pages.+answers at "\/webhook\/elsewhere"/);

	const workflow = await n8n.createWorkflow(copy(own));
	await n8n.activate(workflow);
	const ownCustomers = useCustomers({
		n8n,
		sandbox,
		workflows: { 'webhook-account-fetch.json': workflow },
	});
	for (const [decision, end] of [
		['deny', own.notConnectedUrl],
		['allow', own.connectedUrl],
	]) {
		await page.goto(await ownCustomers.link('customer-1002'));
		await page.click(`button[value="${decision}"]`);
		await page.waitForURL(end);
	}
});

test('the template on the canvas', async () => {
	await page.setViewportSize({ width: 1400, height: 900 });
	await editor.openWorkflow(workflows['webhook-account-fetch.json'].id);
	await editor.shown('zoom-to-fit').click();
	await page.waitForTimeout(1_000);
	await editor.keepPicture('webhook-account-fetch');
	await editor.openWorkflow(workflows[NIGHTLY].id);
	await editor.executeWorkflow();
	await editor.keepPicture('nightly-refresh');
	assert.deepEqual(scriptErrors, []);
});
