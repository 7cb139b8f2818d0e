import { ANSWERS, DEMO } from '../../sandbox';
import type { SandboxSettings } from '../../sandbox/settings';
import { talkTo, type Headers, type Talk } from './support/talk';

const RECIPIENTS = '/api/v1/recipients';
const OWN = `${RECIPIENTS}/${DEMO.recipientId}`;
const NEW = {
	name: 'New One',
	scope: ['ACCOUNT_BASIC'],
	redirect_uris: ['https://new.example/cb'],
};
const uri = (name: string): string => `https://new.example/${name}`;

let talk: Talk;
let partner: Headers;
beforeEach(async () => {
	talk = await talkTo();
	partner = await talk.asPartner();
});
afterEach(async () => await talk.close());

const set = (changed: Partial<SandboxSettings>) => Object.assign(talk.sandbox.settings, changed);
const create = async (changed: object = {}) =>
	await talk.http.post(RECIPIENTS, { ...NEW, ...changed }, partner);
const update = async (redirect_uris: unknown, more: object = {}) =>
	await talk.http.put(OWN, { redirect_uris, ...more }, partner);
const uris = async (): Promise<string[]> => (await talk.http.get(OWN, partner)).data.redirect_uris;
const names = async (): Promise<string[]> =>
	(await talk.http.get(RECIPIENTS, partner)).data.map(({ name }: { name: string }) => name);

describe('limits', () => {
	it.each([
		['name', 'n'.repeat(256), 'n'.repeat(257)],
		['description', 'd'.repeat(2_000), 'd'.repeat(2_001)],
		['logo_uri', uri('logo.png'), 'logo.png'],
		['terms_uri', uri('t'.repeat(100)), uri('t'.repeat(2_000))],
		['client_uri', uri(''), 7],
		['contacts', [{ email: 'a@new.example' }], [{ email: 'nobody' }]],
		[
			'contacts',
			Array(20).fill({ email: 'a@b.example' }),
			Array(21).fill({ email: 'a@b.example' }),
		],
		['redirect_uris', [uri('a')], [uri('a#fragment')]],
		[
			'redirect_uris',
			Array.from({ length: 100 }, (_, i) => uri(`${i}`)),
			Array(101).fill(uri('a')),
		],
		['scope', 'ACCOUNT_BASIC TRANSACTIONS', 'TRANSACTIONS'],
		['country', 'US', 'FR'],
	])('hold for %s', async (field, good, bad) => {
		expect((await create({ [field]: good })).status).toBe(200);
		expect((await create({ [field]: bad })).status).toBe(400);
	});

	it('are settings', async () => {
		set({ recipientLimits: { name: 3, text: 50, redirectUris: 1, contacts: 0 } });
		expect((await create({ name: 'Four' })).status).toBe(400);
		expect((await create({ name: 'Six', redirect_uris: [uri('a'), uri('b')] })).status).toBe(400);
		expect((await create({ name: 'Two' })).status).toBe(200);
	});

	it('ask for the fields they are told to', async () => {
		set({ requiredRecipientFields: ['scope', 'country'] });
		const missing = await create({ country: undefined });
		expect([missing.status, missing.data.message]).toEqual([400, expect.stringMatching(/country/)]);
		const bare = await create({ country: 'CA', name: undefined, redirect_uris: undefined });
		expect([bare.status, bare.data.name, bare.data.redirect_uris]).toEqual([200, '', []]);
	});
});

it.each([
	['list', [uri('a'), uri('b')], `${uri('a')},${uri('b')}`],
	['text', `${uri('a')} ${uri('b')}`, [uri('a'), uri('b')]],
] as const)('takes redirect URIs as a %s only, where told to', async (form, good, bad) => {
	set({ redirectUrisAs: form });
	expect([(await update(good)).status, (await update(bad)).status]).toEqual([200, 400]);
	expect(await uris()).toEqual([uri('a'), uri('b')]);
});

it.each([
	['comma', `${uri('a')}, ${uri('b')}`, [uri('a'), uri('b')]],
	['space', `${uri('a,b')} ${uri('c')}`, [uri('a,b'), uri('c')]],
	['none', uri('a,b'), [uri('a,b')]],
	['either', `${uri('a')} ${uri('b')},${uri('c')}`, [uri('a'), uri('b'), uri('c')]],
] as const)('parts them in a text by: %s', async (redirectUriSeparator, text, parts) => {
	set({ redirectUriSeparator });
	expect((await update(text)).data.redirect_uris).toEqual(parts);
});

it.each([
	['list', ['ACCOUNT_BASIC'], 'ACCOUNT_BASIC'],
	['text', 'ACCOUNT_BASIC', ['ACCOUNT_BASIC']],
] as const)('takes scopes as a %s only, where told to', async (scopeAs, good, bad) => {
	set({ scopeAs });
	expect((await create({ scope: good })).status).toBe(200);
	expect((await create({ scope: bad })).status).toBe(400);
});

it('wants https, one name each, and nothing but redirect URIs, where told to', async () => {
	set({ httpsRedirectUris: true, duplicateNames: 'refused', otherFieldsInUpdate: 'refused' });
	expect((await update(['http://new.example/cb'])).status).toBe(400);
	expect((await update(['http://localhost:5678/cb', uri('cb')])).status).toBe(200);
	expect([(await create()).status, (await create()).status]).toEqual([200, 400]);
	expect((await update([uri('cb')], { name: 'Other' })).status).toBe(400);
	set({ otherFieldsInUpdate: 'ignored' });
	expect((await update([uri('cb')], { name: 'Other' })).data.name).toBe(DEMO.recipientName);
});

describe('somebody else', () => {
	const edit = async (when: string) =>
		await talk.http.post(`/sandbox/recipients/${DEMO.recipientId}/edit`, {
			redirect_uris: [uri('theirs')],
			when,
		});

	it('edits between the read and the write', async () => {
		await edit('after read');
		const read = await uris();
		expect(read).not.toContain(uri('theirs'));
		expect(talk.sandbox.store.recipients.get(DEMO.recipientId)?.redirect_uris).toEqual([
			uri('theirs'),
		]);
		await update([...read, uri('mine')]);
		expect(await uris()).toEqual([...read, uri('mine')]);
	});

	it('edits between the write and the reading back', async () => {
		await edit('after write');
		expect((await update([uri('mine')])).data.redirect_uris).toEqual([uri('mine')]);
		expect(await uris()).toEqual([uri('theirs')]);
	});

	it('edits now, or not at all', async () => {
		await edit('now');
		expect(await uris()).toEqual([uri('theirs')]);
		expect((await edit('never')).status).toBe(400);
		const nobody = await talk.http.post('/sandbox/recipients/dc-nobody/edit', {});
		expect(nobody.status).toBe(404);
	});
});

it('shows for a while what was there before', async () => {
	set({ recipientReadLag: 2 });
	const before = await uris();
	await update([uri('mine')]);
	expect([await uris(), await uris(), await uris()]).toEqual([before, before, [uri('mine')]]);
	const { data } = await create();
	expect((await talk.http.get(`${RECIPIENTS}/${data.client_id}`, partner)).status).toBe(400);
	expect(await names()).not.toContain('New One');
	expect(await names()).toContain('New One');
});

it('keeps a replaced secret alive as long as it is told to', async () => {
	set({ oldSecretLivesS: 60 });
	const { data } = await talk.http.post(`${OWN}/secret`, undefined, partner);
	const token = async (client_secret: string) =>
		(
			await talk.token({
				grant_type: 'client_credentials',
				client_id: DEMO.recipientId,
				client_secret,
			})
		).status;
	expect(await token(data.client_secret)).toBe(200);
	expect(await token(DEMO.recipientSecret)).toBe(200);
	expect(talk.sandbox.store.secrets()).toContain(DEMO.recipientSecret);
	talk.sandbox.clock.advance(60_000);
	expect(await token(DEMO.recipientSecret)).toBe(400);
	expect(await token(data.client_secret)).toBe(200);
});

it.each([
	[
		'an update',
		'R2',
		async () => await talk.plain.put(OWN, { redirect_uris: [uri('x')] }, partner),
	],
	['a new secret', 'R3', async () => await talk.plain.post(`${OWN}/secret`, undefined, partner)],
	['a create', 'R1', async () => await talk.plain.post(RECIPIENTS, NEW, partner)],
] as const)('carries %s out and says otherwise, where a fault is on', async (_name, on, ask) => {
	const { recipients } = talk.sandbox.store;
	const state = () =>
		JSON.stringify([...recipients.values()].map((one) => [one.client_secret, one.redirect_uris]));
	const before = state();
	talk.sandbox.faults.add({ on, answer: ANSWERS.unavailable(), times: 1 });
	expect([(await ask()).status, state() === before]).toEqual([503, true]);
	talk.sandbox.faults.add({ on, answer: ANSWERS.unavailable(), times: 1, acts: true });
	expect([(await ask()).status, state() === before]).toEqual([503, false]);
});
