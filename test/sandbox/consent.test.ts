import { locationOf, openPage, press, REDIRECT } from './support/consent';
import { talkTo, type Talk } from './support/talk';

let talk: Talk;
beforeAll(async () => {
	talk = await talkTo();
});
afterAll(async () => await talk.close());

const wholeText = (html: string): string =>
	html.replace(/<style>.*<\/style>/s, '').replace(/<[^>]+>/g, ' ');

it('names the recipient, the provider and each scope asked for, and no other', async () => {
	const page = await openPage(talk.http);
	expect(page.status).toBe(200);
	expect(page.headers['content-type']).toMatch(/^text\/html/);
	const text = wholeText(page.data);
	for (const words of [
		'Maple Budget',
		'Flinks Capital',
		'last digits',
		'Your transactions',
		'Allow',
		'Deny',
	]) {
		expect(text).toContain(words);
	}
	expect(text).not.toContain('date of birth');
	expect(page.data).toContain('<html lang="en">');
});

it('is in French where French is asked for', async () => {
	const page = await openPage(talk.http, { lang: 'fr', scope: 'ACCOUNT_BASIC CUSTOMER_PERSONAL' });
	const text = wholeText(page.data);
	expect(page.data).toContain('<html lang="fr">');
	for (const words of ['souhaite consulter', 'date de naissance', 'Autoriser', 'Refuser']) {
		expect(text).toContain(words);
	}
	expect(text).not.toMatch(/Allow|Deny/);
});

it('sends the browser back with a code and the state, or with the documented refusal', async () => {
	const allowed = locationOf(await press(talk.http, await openPage(talk.http), 'allow'));
	expect(allowed.href.startsWith(REDIRECT)).toBe(true);
	expect(allowed.searchParams.get('state')).toBe('state-1');
	expect(allowed.searchParams.get('code')).toMatch(/^canary-code-/);

	const denied = locationOf(await press(talk.http, await openPage(talk.http), 'deny'));
	expect(Object.fromEntries(denied.searchParams)).toEqual({
		kept: '1',
		error: 'access_denied',
		error_description: 'The user denied the access',
		state: 'state-1',
	});
});

it('can be answered once, within ten minutes, with a button that exists', async () => {
	const page = await openPage(talk.http);
	expect((await press(talk.http, page, 'maybe')).status).toBe(400);
	expect((await press(talk.http, page, 'allow')).status).toBe(302);
	expect((await press(talk.http, page, 'allow')).status).toBe(400);
	const old = await openPage(talk.http);
	talk.sandbox.clock.advance(600_001);
	expect((await press(talk.http, old, 'allow')).status).toBe(400);
});

it.each([
	[{ client_id: 'dc-unknown' }, 'not known'],
	[{ redirect_uri: 'https://elsewhere.example/cb' }, 'not registered'],
	[{ redirect_uri: 'javascript:alert(1)' }, 'not registered'],
	[{ redirect_uri: '' }, 'not registered'],
])('shows a page and redirects nowhere for %p', async (changed, words) => {
	const page = await openPage(talk.http, changed);
	expect([page.status, page.headers.location]).toEqual([400, undefined]);
	expect(wholeText(page.data)).toContain(words);
});

it.each([
	[{ state: '' }, 'invalid_request'],
	[{ response_type: 'token' }, 'unsupported_response_type'],
	[{ scope: 'TRANSACTIONS' }, 'invalid_scope'],
	[{ scope: 'ACCOUNT_BASIC EVERYTHING' }, 'invalid_scope'],
	[{ provider_id: '' }, 'invalid_request'],
	[{ provider_id: '999999' }, 'invalid_request'],
	[{ provider_id: '4200' }, 'unauthorized_client'],
])('redirects with an error for %p', async (changed, error) => {
	const answer = await openPage(talk.http, changed);
	expect(answer.status).toBe(302);
	expect(locationOf(answer).searchParams.get('error')).toBe(error);
	expect(locationOf(answer).searchParams.get('state')).toBe('state' in changed ? null : 'state-1');
});

it('takes registered redirect URIs, and any on this machine unless that is switched off', async () => {
	const registered = { redirect_uri: talk.sandbox.recipients[0]?.redirect_uris[0] };
	const { settings } = talk.sandbox;
	expect((await openPage(talk.http, registered)).status).toBe(200);
	settings.allowLoopbackRedirects = false;
	expect((await openPage(talk.http, registered)).status).toBe(200);
	expect((await openPage(talk.http)).status).toBe(400);
	settings.allowLoopbackRedirects = true;
});

it('lets any provider be chosen where no active registration is needed', async () => {
	talk.sandbox.settings.requireActiveRegistration = false;
	expect((await openPage(talk.http, { provider_id: '4200' })).status).toBe(200);
	talk.sandbox.settings.requireActiveRegistration = true;
});

it('escapes what a recipient calls itself', async () => {
	const token = await talk.asPartner();
	const name = '<script>alert("x")</script>';
	const recipient = { name, scope: ['ACCOUNT_BASIC'], redirect_uris: REDIRECT, country: 'CA' };
	const { data } = await talk.http.post('/api/v1/recipients', recipient, token);
	talk.sandbox.settings.requireActiveRegistration = false;
	const page = await openPage(talk.http, { client_id: data.client_id, scope: 'ACCOUNT_BASIC' });
	expect(page.data).toContain('&lt;script&gt;');
	expect(page.data).not.toContain('<script');
	expect((await talk.http.get('/')).data).not.toContain('<script');
});

it('keeps state, codes and tickets out of the log', async () => {
	await press(talk.http, await openPage(talk.http, { state: 'canary-state' }), 'allow');
	const log = JSON.stringify(talk.sandbox.log.entries);
	expect(log).toContain('/api/v1/authorize');
	for (const secret of ['canary-', ...talk.sandbox.store.secrets()])
		expect(log).not.toContain(secret);
});
