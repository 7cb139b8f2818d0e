import assert from 'node:assert/strict';
import { after, afterEach, test } from 'node:test';
import { credentialsMadeByHand } from './support/madeByHand.mjs';
import { useEditor } from './support/useEditor.mjs';

// The panel of a node is opened once in each test, and never closed and opened again.
const { editor, n8n, filledIn, close } = await useEditor();
after(close);
afterEach((context) => editor.keepFailure(context));

const PARTNER = filledIn.partner.name;
const RECIPIENT_APP = filledIn.app.name;
const RECIPIENT = /Prairie Payroll/;
const PROVIDER = /Signal Hill Financial/;

/** While n8n loads a list, it takes no notice of another credential; so the loading is waited for. */
async function bothListsHave(words) {
	await editor.listHas('recipients', words);
	await editor.listHas('providers', words);
}

test('the lists of a new node fill with the credential that n8n proposes', async () => {
	await editor.openNewWorkflow('New node');
	await editor.searchNodes('flinks');
	await editor.addFoundNode('Flinks Request Registrations');
	await bothListsHave(/./);
	await editor.pickCredential(PARTNER);
	await editor.listHas('recipients', RECIPIENT);
	await editor.listHas('providers', PROVIDER);
});

test('lists without a credential say so, and fill as soon as one is made', async () => {
	const { data } = filledIn.partner;
	const forget = await credentialsMadeByHand(n8n);
	await editor.knowingNoCredentials(async () => {
		await editor.openNewWorkflow('No credential');
		await editor.searchNodes('flinks');
		await editor.addFoundNode('Flinks Request Registrations');
		await bothListsHave(/Choose a credential first/);
		await editor.keepPicture('lists-without-credential');
	});
	await editor.connectNode();
	await editor.chooseInField('environment', 'Custom');
	await editor.fillField('apiBaseUrl', data.apiBaseUrl);
	await editor.fillField('clientId', data.clientId);
	await editor.fillField('clientSecret', data.clientSecret);
	await editor.saveCredential();
	await editor.shown('credential-edit-dialog').waitFor({ state: 'hidden' });
	await editor.listHas('recipients', RECIPIENT);
	await editor.listHas('providers', PROVIDER);
	await forget();
});

test('lists with a credential of the wrong Client Type say so, and fill with the right one', async () => {
	await editor.openNewWorkflow('Wrong credential');
	await editor.searchNodes('flinks');
	await editor.addFoundNode('Flinks Request Registrations');
	await bothListsHave(/./);
	await editor.pickCredential(RECIPIENT_APP);
	await editor.listHas('recipients', /Client Type .* is Data Recipient, but .* a partner/);
	await editor.listHas('providers', /Choose a credential whose 'Client Type' is Partner/);
	await editor.keepPicture('lists-wrong-client-type');
	await editor.pickCredential(PARTNER);
	await editor.listHas('recipients', RECIPIENT);
	await editor.listHas('providers', PROVIDER);
});

test('the provider filter of Check Registration Status has names', async () => {
	await editor.openNewWorkflow('Filter');
	await editor.searchNodes('flinks');
	await editor.addFoundNode('Flinks Check Registration Status', 'Get many registrations');
	await editor.pickCredential(PARTNER);
	await editor.addToCollection('Add filter', 'Provider Names or IDs');
	await editor.listHas('providerIds', PROVIDER);
});

test('accounts are picked from a list for the connected account only', async () => {
	await editor.openNewWorkflow('Accounts');
	await editor.searchNodes('flinks');
	await editor.addFoundNode('Flinks Get Accounts', 'Get many accounts');
	await editor.pickCredential(filledIn.recipient.name);
	assert.deepEqual(await editor.namesIn('accountsFrom'), [
		'All Accounts',
		'From List',
		'By ID',
		'From Input Field',
	]);
	await editor.pickCredential(RECIPIENT_APP);
	assert.deepEqual(await editor.namesIn('accountsFrom'), [
		'All Accounts',
		'By ID',
		'From Input Field',
	]);
});

test('the bank lists of Data Providers and Connect Customer fill with the chosen credential', async () => {
	await editor.openNewWorkflow('Banks');
	await editor.searchNodes('flinks');
	await editor.addFoundNode('Flinks Data Providers', 'Get a supported provider');
	await editor.pickCredential(PARTNER);
	await editor.idListHas('provider', PROVIDER);

	await editor.openNewWorkflow('Link');
	await editor.searchNodes('flinks');
	await editor.addFoundNode('Flinks Connect Customer', 'Create an authorization link');
	await editor.pickCredential(RECIPIENT_APP);
	await editor.idListHas('provider', /Okanagan|Caisse/);
});

test('a Limit of 0 stays as it was typed, and is refused by its name', async () => {
	await editor.openNewWorkflow('Limit');
	await editor.searchNodes('flinks');
	await editor.addFoundNode('Flinks Data Providers', 'Get many supported providers');
	await editor.pickCredential(PARTNER);
	await editor.fillField('limit', '0');
	await editor.page.keyboard.press('Tab');
	assert.equal(await editor.fieldShows('limit'), '0');
	await editor.shown('node-execute-button').click();
	await editor.page.getByText("'Limit' cannot be used").first().waitFor();
	await editor.keepPicture('limit-refused');
});

test('Wait Until Active says beforehand what it waits for', async () => {
	await editor.openNewWorkflow('Wait');
	await editor.searchNodes('flinks');
	await editor.addFoundNode(
		'Flinks Check Registration Status',
		'Wait until registrations are active',
	);
	await editor.page.getByText(/busy until every chosen registration is ACTIVE/).waitFor();
	await editor.keepPicture('wait-hint');
});
