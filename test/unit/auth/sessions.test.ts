import { openAppSession, PARTNER_SCOPE } from '../../../outbound/auth/appSession';
import { openConnectionSession } from '../../../outbound/connections/connectionSession';
import { rememberedToken, rememberToken } from '../../../outbound/auth/tokenMemory';
import type { Connection } from '../../../outbound/connections/connection';
import { request } from '../errors/exchanges';
import { quickRuntime } from '../client/scripted';
import { contextWith, newApp, says, tokenAnswer } from './helpers';

const get = request('fdx');
const LATER = Date.now() + 3_600_000;
const bearers = (sent: ReadonlyArray<{ headers?: object }>) =>
	sent.map(({ headers = {} }) => ('Authorization' in headers ? headers.Authorization : undefined));

describe('a session with the credential of an app', () => {
	it('has a token before the first request, and sends it', async () => {
		const { context, sent } = contextWith([tokenAnswer('a1'), says(200, {})]);
		const session = openAppSession(context, newApp(), quickRuntime(), PARTNER_SCOPE);
		expect(session.apiBaseUrl).toBe('https://api.flinks.example');
		expect(await session.ready()).toBe('proven');
		expect(sent[0]?.body).toMatchObject({
			grant_type: 'client_credentials',
			scope: 'client:admin',
		});
		expect(await session.send(get, 60_000)).toMatchObject({
			generation: 1,
			exchange: { kind: 'answered', response: { status: 200 } },
		});
		expect(bearers(sent)[1]).toBe('Bearer a1');
		expect(sent[1]?.headers).toMatchObject({ Accept: 'application/json' });
	});

	it('names no scope where none is needed', async () => {
		const { context, sent } = contextWith([tokenAnswer('a1')]);
		await openAppSession(context, newApp(), quickRuntime()).ready();
		expect(sent[0]?.body).not.toHaveProperty('scope');
	});

	it('asks for one token over several runs, until it ends', async () => {
		const app = newApp();
		const { context, sent } = contextWith([tokenAnswer('a1')]);
		let now = 1_000;
		const open = () => openAppSession(context, app, quickRuntime({ now: () => now }));
		await open().ready();
		await open().ready();
		expect(sent).toHaveLength(1);
		now += 299_000;
		await open().ready();
		expect(sent).toHaveLength(2);
	});

	it('renews a token shortly before its end', async () => {
		const { context, sent } = contextWith([tokenAnswer('a1'), tokenAnswer('a2')]);
		let now = 1_000;
		const session = openAppSession(context, newApp(), quickRuntime({ now: () => now }));
		await session.ready();
		await session.ready();
		expect(sent).toHaveLength(1);
		now += 269_001;
		await session.ready();
		expect(sent).toHaveLength(2);
	});

	it('replaces a refused token once for all who saw it', async () => {
		const { context, sent } = contextWith([tokenAnswer('a1'), tokenAnswer('a2'), says(200, {})]);
		const session = openAppSession(context, newApp(), quickRuntime());
		await session.ready();
		expect(await Promise.all([session.renew(1), session.renew(1)])).toEqual([true, true]);
		await session.send(get, 60_000);
		expect(bearers(sent)).toEqual([undefined, undefined, 'Bearer a2']);
		session.judge(2, false);
		expect(await session.renew(2)).toBe(false);
	});

	it('gives what the helper throws as an exchange', async () => {
		const thrown = Object.assign(new Error('x'), { code: 'ECONNREFUSED' });
		const { context } = contextWith([tokenAnswer('a1'), thrown]);
		const session = openAppSession(context, newApp(), quickRuntime());
		await session.ready();
		expect((await session.send(get, 60_000)).exchange).toEqual({
			kind: 'unanswered',
			reason: { code: 'ECONNREFUSED', neverSent: true },
		});
	});

	it('hands on the signal that ends a request', async () => {
		const controller = new AbortController();
		const { context, sent } = contextWith([tokenAnswer('a1'), says(200, {})]);
		const runtime = quickRuntime({ signal: controller.signal });
		const session = openAppSession(context, newApp(), runtime);
		await session.ready();
		const sending = session.send(get, 60_000);
		expect(sent[1]?.abortSignal?.aborted).toBe(false);
		controller.abort();
		expect(sent[1]?.abortSignal?.aborted).toBe(true);
		const { exchange } = await sending;
		expect(exchange).toMatchObject({ kind: 'unanswered', reason: { code: 'CANCELLED' } });
	});
});

describe('the memory of tokens', () => {
	const token = (accessToken: string, expiresAt: number | undefined) => ({
		accessToken,
		expiresAt,
		expiresIn: undefined,
		refreshToken: undefined,
		scope: undefined,
	});

	it('knows a token by address, client, secret, request format and scope', () => {
		const app = newApp();
		rememberToken(app, 's', token('a1', 2_000));
		expect(rememberedToken(app, 's', 1_999)?.accessToken).toBe('a1');
		const elsewhere = { ...app.environment, authorization: 'https://other.example' };
		const others = [
			{ ...app, clientId: 'x' },
			{ ...app, clientSecret: 'x' },
			{ ...app, environment: elsewhere },
			{ ...app, format: 'form' as const },
			{ ...app, format: 'automatic' as const },
		];
		for (const other of others) expect(rememberedToken(other, 's', 1_000)).toBeUndefined();
		expect(rememberedToken(app, 't', 1_000)).toBeUndefined();
		expect(rememberedToken(app, undefined, 1_000)).toBeUndefined();
	});

	it('forgets a token that has ended, and keeps one without an end', () => {
		const app = newApp();
		rememberToken(app, undefined, token('a1', 2_000));
		expect(rememberedToken(app, undefined, 2_000)).toBeUndefined();
		expect(rememberedToken(app, undefined, 1_000)).toBeUndefined();
		rememberToken(app, undefined, token('a2', undefined));
		expect(rememberedToken(app, undefined, LATER)?.accessToken).toBe('a2');
	});

	it('keeps the two hundred used last', () => {
		const apps = Array.from({ length: 201 }, () => newApp());
		for (const app of apps.slice(0, 200)) rememberToken(app, undefined, token('a', LATER));
		const [first, second] = apps;
		if (!first || !second) throw new Error('There are no apps');
		rememberToken(first, undefined, token('again', LATER));
		for (const app of apps.slice(200)) rememberToken(app, undefined, token('a', LATER));
		expect(rememberedToken(first, undefined, 0)?.accessToken).toBe('again');
		expect(rememberedToken(second, undefined, 0)).toBeUndefined();
		expect(apps.slice(2).every((app) => rememberedToken(app, undefined, 0))).toBe(true);
	});
});

describe("a session on a customer's connection", () => {
	const app = newApp();
	let connections = 0;
	const connectionOf = (changes: Partial<Connection> = {}): Connection => ({
		connectionId: `connection-${(connections += 1)}`,
		requestedProviderId: '1000',
		refreshToken: 'r1',
		connectedAt: '2026-11-20T12:00:00.000Z',
		...changes,
	});
	const open = (script: Parameters<typeof contextWith>[0], connection: Connection) => {
		const { context, sent } = contextWith(script);
		return { sent, session: openConnectionSession(context, app, connection, quickRuntime()) };
	};

	it('uses the access token in it while it lives', async () => {
		const connection = connectionOf({ accessToken: 'a0', accessTokenExpiresAt: LATER });
		const { sent, session } = open([says(200, {})], connection);
		await session.ready();
		await session.send(get, 60_000);
		expect(bearers(sent)).toEqual(['Bearer a0']);
		expect(session.rotated).toBe(false);
		expect(session.connection).toEqual(connection);
	});

	it.each([{}, { accessToken: 'a0' }, { accessToken: 'a0', accessTokenExpiresAt: 5 }])(
		'asks for one where there is none, or it is old: %j',
		async (changes) => {
			const { sent, session } = open([tokenAnswer('a1')], connectionOf(changes));
			await session.ready();
			expect(sent[0]?.body).toMatchObject({ grant_type: 'refresh_token', refresh_token: 'r1' });
			expect(session.connection).toMatchObject({ accessToken: 'a1', refreshToken: 'r1' });
			expect(session.connection.accessTokenExpiresAt).toBeGreaterThan(Date.now());
			expect(session.rotated).toBe(false);
		},
	);

	it('keeps a new refresh token, also for the next run with the old text', async () => {
		const connection = connectionOf();
		const { session } = open([tokenAnswer('a1', { refresh_token: 'r2' })], connection);
		await session.ready();
		expect(session.rotated).toBe(true);
		expect(session.connection.refreshToken).toBe('r2');
		const next = open([tokenAnswer('a2')], connection);
		await next.session.renew(0);
		expect(next.sent[0]?.body).toMatchObject({ refresh_token: 'r2' });
		expect(next.session.rotated).toBe(true);
	});

	it('tells that the connection has ended where the refresh is refused', async () => {
		const { session } = open([says(400, { error: 'invalid_grant' })], connectionOf());
		await expect(session.ready()).rejects.toMatchObject({ failure: { kind: 'connection-lost' } });
	});
});
