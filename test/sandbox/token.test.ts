import { jwtVerify } from 'jose';

import { CANARIES, DEMO } from '../../sandbox';
import { JWT_KEY } from '../../sandbox/store/jwt';
import { consented, REDIRECT } from './support/consent';
import { talkTo, type Talk } from './support/talk';

const PARTNER = {
	grant_type: 'client_credentials',
	scope: 'client:admin',
	client_id: DEMO.partnerId,
	client_secret: DEMO.partnerSecret,
};
const RECIPIENT = { client_id: DEMO.recipientId, client_secret: DEMO.recipientSecret };
const BASIC = {
	auth: { username: DEMO.partnerId, password: DEMO.partnerSecret },
	headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
};
const FORM = { headers: { 'Content-Type': 'application/x-www-form-urlencoded' } };
const TOKEN = '/api/v1/token';

let talk: Talk;
beforeEach(async () => {
	talk = await talkTo();
});
afterEach(async () => await talk.close());

const exchange = async (code: string, redirect_uri = REDIRECT) =>
	await talk.token({ grant_type: 'authorization_code', code, redirect_uri, ...RECIPIENT });
const refresh = async (refresh_token: string) =>
	await talk.token({ grant_type: 'refresh_token', refresh_token, ...RECIPIENT });

describe('client credentials', () => {
	const ways = {
		json: async () => await talk.http.post(TOKEN, PARTNER),
		form: async () => await talk.http.post(TOKEN, PARTNER, FORM),
		basic: async () =>
			await talk.http.post(TOKEN, { grant_type: PARTNER.grant_type, scope: PARTNER.scope }, BASIC),
	} as const;
	type Way = keyof typeof ways;
	const names: Way[] = ['json', 'form', 'basic'];

	it.each(names)('are taken as %s, and noted in the log', async (way) => {
		const { status, data, headers } = await ways[way]();
		expect([status, data.token_type, data.expires_in, data.scope]).toEqual([
			200,
			'Bearer',
			299,
			'client:admin',
		]);
		expect(data.refresh_token).toBeUndefined();
		expect(headers['cache-control']).toBe('no-store');
		expect(talk.sandbox.log.tokenRequests()).toMatchObject([
			{ tokenFormat: way, grantType: 'client_credentials', clientId: DEMO.partnerId, status: 200 },
		]);
	});

	it.each(names)('sent as %s are refused when that is switched off, and only then', async (way) => {
		talk.sandbox.settings.tokenFormats[way] = false;
		for (const name of names) {
			const { status, data } = await ways[name]();
			expect([name, status]).toEqual([name, name === way ? 400 : 200]);
			if (name === way) expect(data.error).toBe('invalid_request');
		}
		talk.sandbox.settings.tokenFormatRefusal = 415;
		expect((await ways[way]()).status).toBe(415);
	});

	it('that are wrong, missing, or ask for a scope they may not have are refused', async () => {
		const errorOf = async (changed: Record<string, string>) => {
			const { status, data } = await talk.token({ ...PARTNER, ...changed });
			return [status, data.error];
		};
		expect(await errorOf({ client_secret: 'wrong' })).toEqual([400, 'invalid_client']);
		expect(await errorOf({ client_id: 'nobody' })).toEqual([400, 'invalid_client']);
		expect(await errorOf({ client_secret: '' })).toEqual([400, 'invalid_request']);
		expect(await errorOf({ grant_type: 'password' })).toEqual([400, 'unsupported_grant_type']);
		expect(await errorOf({ grant_type: 'constructor' })).toEqual([400, 'unsupported_grant_type']);
		expect(await errorOf({ scope: '' })).toEqual([400, 'invalid_scope']);
		expect(await errorOf({ ...RECIPIENT })).toEqual([400, 'invalid_scope']);
		expect(await errorOf({ ...RECIPIENT, scope: '' })).toEqual([200, undefined]);
	});
});

describe('authorization codes', () => {
	it('become a token that says who the customer is, readable by a library of others', async () => {
		const { data } = await exchange(await consented(talk.http));
		expect(data.scope).toBe('ACCOUNT_BASIC TRANSACTIONS');
		expect(data.refresh_token).toMatch(new RegExp(`^${CANARIES.refreshToken}`));
		expect(data.access_token.startsWith(CANARIES.accessToken)).toBe(true);
		const { payload } = await jwtVerify(data.access_token, new TextEncoder().encode(JWT_KEY));
		expect(payload).toMatchObject({ client_id: DEMO.recipientId });
		expect(payload.sub).toMatch(/^[0-9a-f-]{36}$/);
		expect(talk.sandbox.store.secrets()).toEqual(
			expect.arrayContaining([data.access_token, data.refresh_token]),
		);
	});

	it('serve once, in time, with the same redirect URI and for their own recipient', async () => {
		const code = await consented(talk.http);
		expect((await exchange(code, 'http://localhost:5678/other')).data.error).toBe('invalid_grant');
		expect((await exchange(code)).status).toBe(200);
		expect((await exchange(code)).data.error).toBe('invalid_grant');

		const late = await consented(talk.http);
		talk.sandbox.clock.advance(talk.sandbox.settings.codeLifetimeS * 1000);
		expect((await exchange(late)).data.error).toBe('invalid_grant');

		const [, other] = talk.sandbox.recipients;
		const stolen = await talk.token({
			grant_type: 'authorization_code',
			code: await consented(talk.http),
			redirect_uri: REDIRECT,
			client_id: other?.client_id ?? '',
			client_secret: other?.client_secret ?? '',
		});
		expect(stolen.data.error).toBe('invalid_grant');
		expect((await exchange('')).data.error).toBe('invalid_request');
	});
});

describe('refresh tokens', () => {
	it('stay the same, and go unused for 30 days at most', async () => {
		const { refreshToken } = talk.sandbox.connect({ recipientId: DEMO.recipientId });
		const day = 86_400_000;
		for (let month = 0; month < 3; month += 1) {
			talk.sandbox.clock.advance(29 * day);
			const { status, data } = await refresh(refreshToken);
			expect([status, data.refresh_token]).toEqual([200, undefined]);
		}
		talk.sandbox.clock.advance(30 * day + 1000);
		const dead = await refresh(refreshToken);
		expect([dead.status, dead.data.error]).toEqual([400, 'invalid_grant']);
		for (const status of [401, 403] as const) {
			talk.sandbox.settings.deadRefreshStatus = status;
			expect((await refresh(refreshToken)).status).toBe(status);
		}
	});

	it('rotate where that is switched on: the old one is dead', async () => {
		talk.sandbox.settings.refreshRotation = true;
		const { refreshToken } = talk.sandbox.connect({ recipientId: DEMO.recipientId });
		const { data } = await refresh(refreshToken);
		expect(data.refresh_token).toMatch(new RegExp(`^${CANARIES.refreshToken}`));
		expect((await refresh(refreshToken)).data.error).toBe('invalid_grant');
		expect((await refresh(data.refresh_token)).status).toBe(200);
	});

	it('end when the same customer authorizes again, and nobody else', async () => {
		const first = talk.sandbox.connect({ recipientId: DEMO.recipientId });
		const other = talk.sandbox.connect({ recipientId: DEMO.recipientId, customer: 'noor' });
		const second = (await exchange(await consented(talk.http, {}, DEMO.customer))).data;
		expect((await refresh(first.refreshToken)).data.error).toBe('invalid_grant');
		expect((await refresh(second.refresh_token)).status).toBe(200);
		expect((await refresh(other.refreshToken)).status).toBe(200);
	});

	it('end when the customer revokes', async () => {
		const { refreshToken } = talk.sandbox.connect({ recipientId: DEMO.recipientId });
		expect(talk.sandbox.revoke(DEMO.customer)).toBe(1);
		expect((await refresh(refreshToken)).data.error).toBe('invalid_grant');
	});
});
