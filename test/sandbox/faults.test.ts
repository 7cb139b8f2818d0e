import { gunzipSync } from 'node:zlib';

import { ANSWERS, DEMO } from '../../sandbox';
import { talkTo, type Headers, type Talk } from './support/talk';
import { until } from './support/until';

const RECIPIENTS = '/api/v1/recipients';
const ACCOUNTS = '/api/fdx/5/accounts';
const NEW = {
	name: 'New One',
	scope: ['ACCOUNT_BASIC'],
	redirect_uris: ['https://new.example/cb'],
};

let talk: Talk;
let partner: Headers;
/** Without the contract: faults break it on purpose. */
const raw = async (method: string, path: string, more: object = {}) =>
	await talk.plain.request({ method, url: path, ...partner, ...more });
beforeEach(async () => {
	talk = await talkTo();
	partner = await talk.asPartner();
});
afterEach(async () => await talk.close());

it('replaces answers at chosen endpoints, so many times, after so many others', async () => {
	const { faults } = talk.sandbox;
	const fault = faults.add({ on: 'I3', skip: 1, times: 2, answer: ANSWERS.html() });
	const seen = [];
	for (let i = 0; i < 4; i += 1) {
		const { status, headers } = await raw('get', RECIPIENTS);
		seen.push([status, String(headers['content-type']).split(';')[0]]);
	}
	const [json, html] = [
		[200, 'application/json'],
		[200, 'text/html'],
	];
	expect(seen).toEqual([json, html, html, json]);
	expect([fault.met, fault.passed]).toEqual([2, 1]);
	expect((await raw('get', `${RECIPIENTS}/${DEMO.recipientId}`)).data.name).toBe('Maple Budget');
	expect(talk.sandbox.log.count(({ metFault }) => metFault === fault.id)).toBe(2);
});

it.each([
	['a gateway', ANSWERS.gateway(401), 401, { message: 'Unauthorized' }],
	['nothing but a status', ANSWERS.empty(403), 403, ''],
	['an outage', ANSWERS.unavailable(502), 502, { message: 'Service Unavailable' }],
])('speaks as %s', async (_name, answer, status, body) => {
	talk.sandbox.faults.add({ answer });
	const answered = await raw('get', RECIPIENTS);
	expect([answered.status, answered.data]).toEqual([status, body]);
});

it('says Retry-After of any length, as seconds or as text', async () => {
	talk.sandbox.faults.add({ on: 'I3', times: 1, answer: ANSWERS.tooMany(86_400) });
	talk.sandbox.faults.add({ on: 'I3', answer: ANSWERS.tooMany('later') });
	const [first, second] = [await raw('get', RECIPIENTS), await raw('get', RECIPIENTS)];
	expect([first.headers['retry-after'], second.headers['retry-after']]).toEqual(['86400', 'later']);
});

it('lasts until it is taken away, or for everything until reset', async () => {
	const { faults } = talk.sandbox;
	const { id } = faults.add({ answer: ANSWERS.unavailable() });
	expect((await raw('get', RECIPIENTS)).status).toBe(503);
	expect([faults.remove(id), faults.remove(id)]).toEqual([true, false]);
	expect((await raw('get', RECIPIENTS)).status).toBe(200);
	faults.add({ answer: ANSWERS.unavailable() });
	talk.sandbox.reset();
	expect(faults.all()).toEqual([]);
});

it('carries a request out and answers otherwise: an unclear create', async () => {
	const before = talk.sandbox.recipients.length;
	talk.sandbox.faults.add({ on: 'R1', acts: true, times: 1, answer: ANSWERS.unavailable(504) });
	expect((await raw('post', RECIPIENTS, { data: NEW })).status).toBe(504);
	expect(talk.sandbox.recipients.length - before).toBe(1);
	talk.sandbox.faults.add({ on: 'R1', acts: true, times: 1, answer: 'hang up' });
	await expect(raw('post', RECIPIENTS, { data: NEW })).rejects.toThrow(/socket hang up|ECONNRESET/);
	expect(talk.sandbox.recipients.length - before).toBe(2);
	talk.sandbox.faults.add({ on: 'R1', acts: true, times: 1, answer: 'silence' });
	await expect(raw('post', RECIPIENTS, { data: NEW, timeout: 200 })).rejects.toThrow(/timeout/);
	expect(talk.sandbox.recipients.length - before).toBe(3);
});

it('carries nothing out where it does not act', async () => {
	const before = talk.sandbox.recipients.length;
	for (const answer of ['hang up', 'silence'] as const) {
		talk.sandbox.faults.add({ on: 'R1', times: 1, answer });
		await expect(raw('post', RECIPIENTS, { data: NEW, timeout: 200 })).rejects.toThrow();
	}
	expect(talk.sandbox.recipients.length).toBe(before);
	await until(() => talk.sandbox.log.count(({ status }) => status === 0) === 2);
});

it('finds one customer, one account, one client and one grant', async () => {
	const slow = talk.asCustomer(undefined, { customer: 'slow' });
	const quick = talk.asCustomer(undefined, { customer: 'quick' });
	talk.sandbox.faults.add({ customer: 'slow', answer: ANSWERS.gateway() });
	const status = async (headers: Headers, path = ACCOUNTS) =>
		(await talk.plain.get(path, headers)).status;
	expect([await status(slow), await status(quick)]).toEqual([403, 200]);
	talk.sandbox.faults.clear();

	const accounts = talk.sandbox.store.customers.get(DEMO.providerId, 'quick')?.accounts ?? [];
	talk.sandbox.faults.add({ accountId: String(accounts[0]?.id), answer: ANSWERS.gateway() });
	const both = accounts.slice(0, 2).map(({ id }) => status(quick, `${ACCOUNTS}/${id}`));
	expect(await Promise.all(both)).toEqual([403, 200]);
	talk.sandbox.faults.clear();

	talk.sandbox.faults.add({
		clientId: DEMO.partnerId,
		grantType: 'client_credentials',
		answer: ANSWERS.gateway(),
	});
	const grant = { grant_type: 'client_credentials' };
	const token = async (client_id: string, client_secret: string) =>
		(await talk.plain.post('/api/v1/token', { ...grant, client_id, client_secret })).status;
	expect(await token(DEMO.partnerId, DEMO.partnerSecret)).toBe(403);
	expect(await token(DEMO.recipientId, DEMO.recipientSecret)).toBe(200);
});

it('delays one customer and no other', async () => {
	const slow = talk.asCustomer(undefined, { customer: 'slow' });
	const quick = talk.asCustomer(undefined, { customer: 'quick' });
	talk.sandbox.faults.add({ customer: 'slow', delayMs: 60_000 });
	const ended = await Promise.race([
		talk.plain.get(ACCOUNTS, { ...slow, timeout: 5_000 }).catch(() => 'slow'),
		talk.plain.get(ACCOUNTS, quick).then(() => 'quick'),
	]);
	expect(ended).toBe('quick');
});

it('drips an answer out in pieces', async () => {
	talk.sandbox.faults.add({ on: 'I3', drip: { bytes: 100, everyMs: 0 } });
	const { data } = await raw('get', RECIPIENTS, { responseType: 'stream' });
	const pieces: Buffer[] = [];
	for await (const piece of data) pieces.push(piece);
	expect(pieces.length).toBeGreaterThan(5);
	expect(JSON.parse(Buffer.concat(pieces).toString())).toHaveLength(6);
});

it('sends little that unpacks to much', async () => {
	talk.sandbox.faults.add({ on: 'I3', answer: ANSWERS.bomb(20_000_000) });
	const { data, headers } = await raw('get', RECIPIENTS, {
		responseType: 'arraybuffer',
		decompress: false,
	});
	expect(headers['content-encoding']).toBe('gzip');
	expect(data.length).toBeLessThan(50_000);
	expect(gunzipSync(data).length).toBeGreaterThan(20_000_000);
});

it('leads a token request to another host, which knows what was brought along', async () => {
	const { elsewhere } = talk.sandbox;
	talk.sandbox.faults.add({ on: 'A2', answer: ANSWERS.redirect(`${elsewhere.url}/api/v1/token`) });
	const grant = {
		grant_type: 'client_credentials',
		client_id: DEMO.recipientId,
		client_secret: DEMO.recipientSecret,
	};
	expect((await talk.plain.post('/api/v1/token', grant)).status).toBe(307);
	expect(elsewhere.visits).toEqual([]);
	await talk.plain.post('/api/v1/token', grant, { maxRedirects: 1 });
	await talk.plain.get(`${elsewhere.url}/x`, partner);
	await talk.plain.get(`${elsewhere.url}/y`);
	expect(elsewhere.visits).toEqual([
		{ method: 'POST', path: '/api/v1/token', authorization: false, secret: true },
		{ method: 'GET', path: '/x', authorization: true, secret: true },
		{ method: 'GET', path: '/y', authorization: false, secret: false },
	]);
});

it('is switched over HTTP too', async () => {
	const added = await talk.http.post('/sandbox/faults', {
		on: ['A5', 'F2'],
		answer: { status: 400, body: {} },
	});
	expect(added.data).toMatchObject({ id: 1, on: ['A5', 'F2'], times: null, met: 0 });
	const customer = talk.asCustomer();
	expect((await talk.plain.delete('/api/v1/revoke', customer)).data).toEqual({});
	expect((await talk.http.get('/sandbox/faults')).data).toMatchObject([{ met: 1 }]);
	expect((await talk.http.delete('/sandbox/faults/1')).status).toBe(200);
	expect((await talk.http.delete('/sandbox/faults/1')).status).toBe(404);
	for (const wrong of [{ on: 'Z9' }, { times: 0 }, { answer: { status: 99 } }, { nonsense: 1 }]) {
		expect((await talk.http.post('/sandbox/faults', wrong)).status).toBe(400);
	}
	await talk.http.post('/sandbox/faults', { answer: 'silence' });
	expect((await talk.http.delete('/sandbox/faults')).status).toBe(200);
	expect((await talk.http.get('/sandbox/faults')).data).toEqual([]);
	expect((await talk.http.get('/sandbox/elsewhere')).data.visits).toEqual([]);
});
