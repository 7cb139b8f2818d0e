import { openConnectionSession } from '../../../outbound/connections/connectionSession';
import { rememberNewest } from '../../../outbound/connections/newest';
import { contextWith, says, tokenAnswer, type Answer } from '../auth/helpers';
import { quickRuntime } from '../client/scripted';
import { request } from '../errors/exchanges';
import { connectionOf, recipientApp } from './support';

function open(answers: readonly Answer[], connection = connectionOf(), app = recipientApp()) {
	const { context, sent } = contextWith(answers);
	return { app, sent, session: openConnectionSession(context, app, connection, quickRuntime()) };
}

describe('the session of a connection', () => {
	it('keeps both refresh tokens, the access token and the secrets of the app out of messages', async () => {
		const { session } = open(
			[tokenAnswer('access-2', { refresh_token: 'refresh-2' })],
			connectionOf({ accessTokenExpiresAt: 5 }),
		);
		expect(session.secrets?.()).toEqual(
			expect.arrayContaining(['access-1', 'refresh-1', 'a-secret']),
		);
		await session.ready();
		expect(session.secrets?.()).toEqual(
			expect.arrayContaining(['access-2', 'refresh-2', 'refresh-1', 'a-secret']),
		);
	});

	it('begins with what another run has brought since', () => {
		const app = recipientApp();
		const rotated = connectionOf({ refreshToken: 'refresh-2', rotations: 1 });
		rememberNewest(app, rotated);
		const { session } = open([], connectionOf(), app);
		expect(session.connection).toEqual(rotated);
		expect(session.rotated).toBe(true);
	});

	it('gives out what another run brings meanwhile', () => {
		const { app, session } = open([]);
		expect(session.rotated).toBe(false);
		const rotated = connectionOf({ refreshToken: 'refresh-2', rotations: 1 });
		rememberNewest(app, rotated);
		expect(session.connection).toEqual(rotated);
		expect(session.rotated).toBe(true);
	});

	it('uses a fresh short-lived token more than once', async () => {
		const { sent, session } = open(
			[says(200, { access_token: 'access-2', expires_in: 20 }), says(200, {})],
			connectionOf({ accessTokenExpiresAt: 5 }),
		);
		await session.ready();
		await session.ready();
		await session.send(request('fdx'), 60_000);
		expect(sent).toHaveLength(2);
	});

	it('never renews a token that has no end by itself', async () => {
		const { sent, session } = open(
			[says(200, { access_token: 'access-2' })],
			connectionOf({ accessTokenExpiresAt: 5 }),
		);
		await session.ready();
		await session.ready();
		expect(sent).toHaveLength(1);
	});

	it('asks for a token first where it has none, or not known how long it lives', async () => {
		const { accessToken: _, ...without } = connectionOf();
		const { accessTokenExpiresAt: __, ...endless } = connectionOf();
		for (const connection of [without, endless]) {
			const { sent, session } = open([tokenAnswer('access-2'), says(200, {})], connection);
			await session.ready();
			await session.send(request('fdx'), 60_000);
			expect(sent.map(({ body, headers }) => [Object(body).grant_type, headers])).toEqual([
				['refresh_token', expect.anything()],
				[undefined, expect.objectContaining({ Authorization: 'Bearer access-2' })],
			]);
		}
	});

	it('learns no text that it has', async () => {
		const { sent, session } = open(
			[says(400, { error: 'invalid_grant' })],
			connectionOf({ accessTokenExpiresAt: 5 }),
		);
		session.learn(connectionOf());
		await expect(session.ready()).rejects.toMatchObject({ failure: { kind: 'connection-lost' } });
		expect(sent).toHaveLength(1);
	});
});
