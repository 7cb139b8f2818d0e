import { CANARIES, DEMO } from '../../sandbox';
import { talkTo, type Headers, type Talk } from './support/talk';

const PATH = '/api/v1/recipients';
const NEW = {
	name: 'Épargne Plus',
	scope: ['ACCOUNT_BASIC', 'TRANSACTIONS'],
	redirect_uris: 'https://epargne.example/a,https://epargne.example/b',
	contacts: [{ email: 'info@epargne.example' }],
};

let talk: Talk;
let partner: Headers;
beforeEach(async () => {
	talk = await talkTo();
	partner = await talk.asPartner();
});
afterEach(async () => await talk.close());

const create = async (changed: object = {}) =>
	await talk.http.post(PATH, { ...NEW, ...changed }, partner);

it('creates one, whose id and secret then get tokens', async () => {
	const { status, data } = await create();
	expect(status).toBe(200);
	expect(data).toMatchObject({
		client_id: expect.stringMatching(/^dc-[a-z0-9]{25}$/),
		client_secret: expect.stringMatching(new RegExp(`^${CANARIES.clientSecret}`)),
		name: 'Épargne Plus',
		country: 'CA',
		scope: 'ACCOUNT_BASIC TRANSACTIONS',
		redirect_uris: ['https://epargne.example/a', 'https://epargne.example/b'],
	});
	await talk.asRecipient(data.client_id, data.client_secret);
	const { data: shown } = await talk.http.get(`${PATH}/${data.client_id}`, partner);
	const { client_secret: _secret, ...rest } = data;
	expect(shown).toEqual(rest);
	talk.sandbox.settings.createRecipientStatus = 201;
	expect(
		(await create({ scope: 'ACCOUNT_BASIC', redirect_uris: ['https://a.example/'] })).status,
	).toBe(201);
});

it.each([
	{ name: '' },
	{ name: 'x'.repeat(257) },
	{ scope: ['TRANSACTIONS'] },
	{ scope: 'ACCOUNT_BASIC WRONG' },
	{ scope: 7 },
	{ redirect_uris: '' },
	{ redirect_uris: ['no url'] },
	{ country: 'FR' },
	{ contacts: 'me' },
	{ contacts: [{}] },
])('refuses %p', async (changed) => {
	const before = talk.sandbox.recipients.length;
	const { status, data } = await create(changed);
	expect([status, data.message]).toEqual([
		400,
		expect.stringContaining('Invalid request parameters'),
	]);
	expect(talk.sandbox.recipients).toHaveLength(before);
});

it('lists all without scope, redirect URIs and secrets', async () => {
	const { data } = await talk.http.get(PATH, partner);
	expect(data).toHaveLength(6);
	expect(data[0]).toMatchObject({ client_id: DEMO.recipientId, name: DEMO.recipientName });
	expect(Object.keys(data[0])).not.toEqual(expect.arrayContaining(['scope']));
	expect(JSON.stringify(data)).not.toMatch(/secret|redirect_uris/);
});

it('replaces redirect URIs, the whole list', async () => {
	const put = async (redirect_uris: unknown) =>
		await talk.http.put(`${PATH}/${DEMO.recipientId}`, { redirect_uris }, partner);
	expect((await put('https://one.example/cb')).data.redirect_uris).toEqual([
		'https://one.example/cb',
	]);
	expect((await put(['https://two.example/cb'])).data.redirect_uris).toEqual([
		'https://two.example/cb',
	]);
	expect((await put('')).status).toBe(400);
});

it('gives a new secret, and the old one is worth nothing', async () => {
	const { data } = await talk.http.post(`${PATH}/${DEMO.recipientId}/secret`, undefined, partner);
	expect(Object.keys(data)).toEqual(['client_id', 'client_secret']);
	const old = { client_id: DEMO.recipientId, client_secret: DEMO.recipientSecret };
	expect((await talk.token({ grant_type: 'client_credentials', ...old })).data.error).toBe(
		'invalid_client',
	);
	const { status } = await talk.token({ grant_type: 'client_credentials', ...data });
	expect(status).toBe(200);
});

it.each(['get', 'put', 'post'] as const)('says so for an unknown id: %s', async (method) => {
	const url = `${PATH}/dc-unknown${method === 'post' ? '/secret' : ''}`;
	const data = method === 'put' ? { redirect_uris: 'https://a.example/' } : undefined;
	expect((await talk.http.request({ method, url, data, ...partner })).status).toBe(400);
	talk.sandbox.settings.unknownIdStatus = 404;
	expect((await talk.http.request({ method, url, data, ...partner })).status).toBe(404);
});
