import assert from 'node:assert/strict';
import { after, afterEach, test } from 'node:test';
import { credentialsMadeByHand } from './support/madeByHand.mjs';
import { useEditor } from './support/useEditor.mjs';

const { editor, n8n, filledIn, close } = await useEditor();
after(close);
after(await credentialsMadeByHand(n8n));
afterEach((context) => editor.keepFailure(context));

/** A credential of this test alone, at a bank of its own: a second consent would replace the first. */
const create = ({ type, data }, name, changes = {}) =>
	n8n.createCredential({ type, name, data: { ...data, ...changes } });

test('Connect leads through the consent page to a connected account', async () => {
	const { id } = await create(filledIn.recipient, 'Caisse du Fleuve', { providerId: '2200' });
	await editor.openCredential(id);
	await editor.keepPicture('recipient-credential');

	const consent = await editor.pressConnect();
	assert.match(await consent.textContent('main'), /Maple Budget.+Caisse du Fleuve/s);
	await editor.keepPicture('consent', consent);
	await consent.click('button[value="allow"]');

	await editor.shown('oauth-connect-success-banner').waitFor();
	const { data } = await n8n.credential(id);
	assert.equal(data.oauthTokenData, true);
	await editor.keepPicture('recipient-connected');
});

test('after a declined consent the credential stays unconnected', async () => {
	const { id } = await create(filledIn.recipient, 'Declined', { providerId: '4100' });
	await editor.openCredential(id);
	const consent = await editor.pressConnect();
	await consent.click('button[value="deny"]');
	await consent.getByText('Insufficient parameters for OAuth2 callback').waitFor();
	await editor.keepPicture('consent-declined', consent);
	await consent.close();
	assert.ok(await editor.shown('quick-connect-button').isVisible());
});

test('a wrong provider ID ends in an error that names it, and connects nothing', async () => {
	const { id } = await create(filledIn.recipient, 'No such bank', { providerId: '999999' });
	await editor.openCredential(id);
	const answer = await editor.pressConnect();
	await answer.getByText('Insufficient parameters for OAuth2 callback').waitFor();
	assert.match(await answer.content(), /provider_id/);
	await answer.close();
	assert.ok(await editor.shown('quick-connect-button').isVisible());
});

test('a wrong secret is shown when the credential is saved', async () => {
	const { id } = await create(filledIn.partner, 'Wrong secret');
	await editor.openCredential(id);
	await editor.shown('credentials-config-container-test-success').waitFor();

	await editor.fillField('clientSecret', 'a-wrong-secret');
	await editor.shown('credential-save-button').click();

	await editor.page.getByText('Couldn’t connect with these settings').waitFor();
	await editor.page.getByText('More details').click();
	await editor.page
		.getByText(/client authentication failed/i)
		.first()
		.waitFor();
	await editor.keepPicture('wrong-secret');
});

test('a recipient credential made by hand, with its defaults, serves a new Get Accounts with its own', async () => {
	const { data } = filledIn.recipient;
	await editor.newCredential('Flinks Outbound Recipient (One Customer)');
	assert.equal(await editor.fieldShows('scope'), 'Account Details');
	await editor.chooseInField('environment', 'Custom');
	await editor.fillField('apiBaseUrl', data.apiBaseUrl);
	await editor.fillField('clientId', data.clientId);
	await editor.fillField('clientSecret', data.clientSecret);
	await editor.fillField('providerId', '2200');
	await editor.saveCredential();

	const consent = await editor.pressConnect();
	await consent.locator('li[data-scope]').first().waitFor();
	const asked = await consent
		.locator('li[data-scope]')
		.evaluateAll((items) => items.map((item) => item.dataset.scope));
	assert.deepEqual(asked.sort(), ['ACCOUNT_BASIC', 'ACCOUNT_DETAILED']);
	await consent.click('button[value="allow"]');
	await editor.shown('oauth-connect-success-banner').waitFor();

	await editor.openNewWorkflow('Fresh credential, fresh node');
	await editor.searchNodes('Flinks Get Accounts');
	await editor.addFoundNode('Flinks Get Accounts', 'Get many accounts');
	const { header, rows } = await editor.executeStep();
	assert.ok(rows.length > 0);
	assert.ok(
		header.some((column) => /balance/i.test(column)),
		header.join(),
	);
});

test('an app credential made by hand is tested when it is saved, key and redirect URI too', async () => {
	const { data } = filledIn.app;
	await editor.newCredential('Flinks Outbound App (Many Customers)');
	assert.equal(await editor.fieldShows('requestFormat'), 'Automatic');
	await editor.chooseInField('environment', 'Custom');
	await editor.fillField('apiBaseUrl', data.apiBaseUrl);
	await editor.fillField('clientId', data.clientId);
	await editor.fillField('clientSecret', data.clientSecret);
	await editor.fillField('connectionKey', 'abcde');
	await editor.saveCredential();
	await editor.page.getByText('Couldn’t connect with these settings').waitFor();
	await editor.page.getByText('More details').click();
	const problem = editor.page.getByText(
		/'Redirect URI' cannot be used: it is empty.+connection key is not one/,
	);
	await problem.first().waitFor();

	await editor.fillField('redirectUri', data.redirectUri);
	await editor.fillField('connectionKey', data.connectionKey);
	await editor.saveCredential();
	await editor.shown('credentials-config-container-test-success').waitFor();
});
