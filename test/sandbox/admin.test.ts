import { DEMO } from '../../sandbox';
import { talkTo, type Talk } from './support/talk';

const REQUESTS = '/api/v1/recipients/providers/requests';

let talk: Talk;
beforeEach(async () => {
	talk = await talkTo();
});
afterEach(async () => await talk.close());

it('shows a page with what is going on, and buttons that work without scripts', async () => {
	talk.sandbox.connect({ recipientId: DEMO.recipientId });
	await talk.http.get(REQUESTS, await talk.asPartner());
	const { data, headers } = await talk.http.get('/');
	expect(headers['content-type']).toMatch(/^text\/html/);
	for (const text of [
		'Maple Budget',
		'Approve',
		'Activate',
		'camille',
		REQUESTS,
		'client_credentials',
	]) {
		expect(data).toContain(text);
	}
	for (const secret of talk.sandbox.store.secrets()) expect(data).not.toContain(secret);

	const [, action = '', clientId = '', providerId = ''] =
		/action="(.+?approve)">.*?value="(.+?)".*?value="(\d+)"/s.exec(data) ?? [];
	const body = new URLSearchParams({ client_id: clientId, provider_id: providerId }).toString();
	const form = { headers: { 'Content-Type': 'application/x-www-form-urlencoded' } };
	const pressed = await talk.http.post(action, body, form);
	expect([pressed.status, pressed.headers.location]).toEqual([303, '/?done=approve#registrations']);
	const row = talk.sandbox.store.registrations.get(clientId, Number(providerId));
	expect(row?.status).toBe('PENDING_ACTIVATION');
});

it('changes settings, or says what is wrong with the change and changes nothing', async () => {
	const patch = async (body: object) => await talk.http.patch('/sandbox/settings', body);
	const { data } = await patch({ expiresIn: 60, tokenFormats: { form: false } });
	expect(data).toMatchObject({
		expiresIn: 60,
		tokenFormats: { json: true, form: false, basic: true },
	});
	expect(talk.sandbox.settings.expiresIn).toBe(60);
	for (const wrong of [{ expiresIn: 'long' }, { badTokenStatus: 500 }, { nonsense: 1 }, []]) {
		expect((await patch(wrong)).status).toBe(400);
	}
	expect((await talk.http.get('/sandbox/settings')).data).toEqual(data);
});

it('connects, lists and revokes customers', async () => {
	const body = { providerId: 2000, customer: 'ana', scopes: ['ACCOUNT_BASIC'] };
	const { data } = await talk.http.post('/sandbox/connect', body);
	const headers = { Authorization: `Bearer ${data.accessToken}` };
	expect((await talk.http.get('/api/fdx/5/accounts', { headers })).status).toBe(200);
	const list = await talk.http.get('/sandbox/connections');
	expect(list.data).toMatchObject([{ customer: 'ana', providerId: 2000, revoked: false }]);
	expect(JSON.stringify(list.data)).not.toContain('canary-');
	const revoked = await talk.http.post('/sandbox/connections/revoke', { customer: 'ana' });
	expect(revoked.data).toEqual({ revoked: 1 });
	expect((await talk.http.get('/api/fdx/5/accounts', { headers })).data.code).toBe(602);
	for (const wrong of [{ recipientId: 'nobody' }, { providerId: 999 }, { providerId: 'x' }]) {
		expect((await talk.http.post('/sandbox/connect', wrong)).status).toBe(400);
	}
});

it('moves the clock, expires tokens, posts transactions and starts over', async () => {
	const partner = await talk.asPartner();
	const before = talk.sandbox.clock.now();
	const { data } = await talk.http.post('/sandbox/clock/advance', { ms: 5_000 });
	expect(data.now - before).toBeGreaterThanOrEqual(5_000);
	expect((await talk.http.post('/sandbox/clock/advance', { ms: 'soon' })).status).toBe(400);
	await talk.http.post('/sandbox/tokens/expire');
	expect((await talk.http.get('/api/v1/recipients', partner)).status).toBe(401);
	const posted = await talk.http.post('/sandbox/transactions', { amount: 5, description: 'Gift' });
	expect(posted.data.transactionId).toMatch(/^NEW/);
	expect((await talk.http.post('/sandbox/transactions', { accountId: 'none' })).status).toBe(400);
	await talk.http.post(`${REQUESTS}/${DEMO.recipientId}/4200`, undefined, await talk.asPartner());
	await talk.http.post('/sandbox/reset');
	expect(talk.sandbox.store.registrations.get(DEMO.recipientId, 4200)).toBeUndefined();
	expect(talk.sandbox.recipients[0]?.client_id).toBe(DEMO.recipientId);
	expect(talk.sandbox.log.count()).toBe(0);
});

it('logs API requests by documented route, and how many were under way', async () => {
	talk.sandbox.settings.latencyMs = 60;
	const partner = await talk.asPartner();
	talk.sandbox.log.clear();
	talk.sandbox.log.maxInFlight.reset();
	const one = async () => await talk.http.get(`/api/v1/recipients/${DEMO.recipientId}`, partner);
	await Promise.all([one(), one(), one()]);
	await talk.http.get('/api/v1/nothing', partner);
	const { log } = talk.sandbox;
	expect(log.entries[0]).toMatchObject({
		method: 'GET',
		path: `/api/v1/recipients/${DEMO.recipientId}`,
		route: '/api/v1/recipients/{client_id}',
		family: 'partner',
		status: 200,
		clientId: DEMO.partnerId,
	});
	expect(log.entries[0]).toHaveProperty('tookMs', expect.any(Number));
	expect(log.count(({ route }) => route === '(none)')).toBe(1);
	expect(log.maxInFlight.all).toBe(3);
	expect(log.maxInFlight.routes['/api/v1/recipients/{client_id}']).toBe(3);
	expect((await talk.http.get('/sandbox/log?last=1')).data).toHaveLength(1);
	await talk.http.delete('/sandbox/log');
	expect([log.count(), log.maxInFlight.all]).toEqual([0, 0]);
});
