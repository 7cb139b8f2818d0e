import { rememberNewest } from '../../../outbound/connections/newest';
import { createConnectionPool } from '../../../outbound/connections/pool';
import { openConnection, sealConnection } from '../../../outbound/connections/seal';
import { newKey } from '../../support/sealing';
import { contextWith, says, tokenAnswer, type Answer } from '../auth/helpers';
import { quickRuntime } from '../client/scripted';
import { request } from '../errors/exchanges';
import { connectionOf, recipientApp } from './support';

function poolWith(answers: readonly Answer[], app = recipientApp()) {
	const { context, sent } = contextWith(answers);
	return { app, sent, pool: createConnectionPool(context, app, quickRuntime()) };
}

const clientOf = (pool: ReturnType<typeof poolWith>['pool'], sealed: string, item: number) => {
	const customer = pool.customerFor(sealed, item);
	if (customer.kind === 'failed') throw new Error(customer.failure.title);
	return customer.value.client;
};

describe('the connections of one run', () => {
	it('have one client each, and nothing to store where nothing changed', async () => {
		const { app, sent, pool } = poolWith([says(200, {})]);
		const sealed = sealConnection(connectionOf(), app);
		expect(clientOf(pool, sealed, 0)).toBe(clientOf(pool, sealed, 1));
		await clientOf(pool, sealed, 2).send(request('fdx'));
		expect(sent).toHaveLength(1);
		expect(await pool.changed()).toEqual([]);
	});

	it('come out with a replaced refresh token, for all their items', async () => {
		const answers = [tokenAnswer('access-2', { refresh_token: 'refresh-2' }), says(200, {})];
		const { app, pool } = poolWith(answers);
		const sealed = sealConnection(connectionOf({ accessTokenExpiresAt: 5 }), app);
		const [client] = [clientOf(pool, sealed, 3), clientOf(pool, sealed, 5)];
		await client?.send(request('fdx'));
		const [changed] = await pool.changed();
		expect(changed).toMatchObject({
			connectionId: 'connection-1',
			requestedProviderId: '1000',
			reference: 'customer-1042',
			reason: 'NEW_REFRESH_TOKEN',
			items: [3, 5],
		});
		expect(openConnection(changed?.connection, app)).toMatchObject({
			kind: 'open',
			connection: { refreshToken: 'refresh-2', accessToken: 'access-2', rotations: 1 },
		});
	});

	it('do not come out where Flinks says that they have ended, though a newer token is known', async () => {
		const { app, pool } = poolWith([says(400, { error: 'invalid_grant' })]);
		const before = connectionOf({ connectionId: 'connection-3', accessTokenExpiresAt: 5 });
		rememberNewest(app, { ...before, refreshToken: 'refresh-2', rotations: 1 });
		const client = clientOf(pool, sealConnection(before, app), 0);
		expect(await pool.changed()).toHaveLength(1);
		await expect(client.send(request('fdx'))).rejects.toMatchObject({
			failure: { kind: 'connection-lost' },
		});
		expect(await pool.changed()).toEqual([]);
	});

	it('do not come out after 602, though the renewal before it brought a new token', async () => {
		const ended = says(401, { code: 602 });
		const answers = [tokenAnswer('access-2', { refresh_token: 'refresh-2' }), ended, ended];
		const { app, pool } = poolWith([...answers, tokenAnswer('access-3'), ended]);
		const sealed = sealConnection(connectionOf({ accessTokenExpiresAt: 5 }), app);
		await expect(clientOf(pool, sealed, 0).send(request('fdx'))).rejects.toMatchObject({
			failure: { kind: 'connection-lost' },
		});
		expect(await pool.changed()).toEqual([]);
	});

	it('come out with a replaced refresh token although the work itself failed', async () => {
		const replaced = tokenAnswer('access-2', { refresh_token: 'refresh-2' });
		const { app, pool } = poolWith([replaced, says(404, { code: 601 })]);
		const sealed = sealConnection(connectionOf({ accessTokenExpiresAt: 5 }), app);
		await expect(clientOf(pool, sealed, 0).send(request('fdx'))).rejects.toMatchObject({
			failure: { status: 404 },
		});
		const [changed] = await pool.changed();
		expect(openConnection(changed?.connection, app)).toMatchObject({
			connection: { refreshToken: 'refresh-2' },
		});
	});

	it('come out sealed anew where the previous key opened them', async () => {
		const old = newKey();
		const app = recipientApp({ previousConnectionKey: old });
		const { pool } = poolWith([], app);
		const before = { ...app, connectionKey: old, previousConnectionKey: '' };
		clientOf(pool, sealConnection(connectionOf(), before), 0);
		const [changed] = await pool.changed();
		expect(changed?.reason).toBe('NEW_KEY');
		expect(openConnection(changed?.connection, app)).toMatchObject({ keyUsed: 'current' });
	});

	it('are refused where they cannot be opened, or are another customer', () => {
		const { app, sent, pool } = poolWith([says(200, {})]);
		expect(pool.customerFor('no connection', 0)).toMatchObject({
			kind: 'failed',
			failure: { kind: 'invalid-input', title: 'This is not a sealed connection' },
		});
		const sealed = sealConnection(connectionOf(), app);
		expect(pool.customerFor(sealed, 0, 'customer-2000')).toMatchObject({
			failure: { title: expect.stringContaining('"customer-2000" was expected') },
		});
		for (const fine of [' customer-1042 ', '', undefined]) {
			expect(pool.customerFor(sealed, 0, fine).kind).toBe('done');
		}
		expect(sent).toEqual([]);
	});

	it('try the text of another item where the first is refused', async () => {
		const { app, sent, pool } = poolWith([
			says(400, { error: 'invalid_grant' }),
			tokenAnswer('access-2'),
			says(200, {}),
		]);
		const texts = ['refresh-a', 'refresh-b'].map((refreshToken) =>
			sealConnection(connectionOf({ refreshToken, accessTokenExpiresAt: 5 }), app),
		);
		const [client] = texts.map((text, item) => clientOf(pool, text, item));
		await client?.send(request('fdx'));
		expect(sent.map(({ body }) => Object(body).refresh_token)).toEqual([
			'refresh-a',
			'refresh-b',
			undefined,
		]);
	});

	it('are lost only where no other text is left, and Flinks says so', async () => {
		const { app, sent, pool } = poolWith([says(400, { error: 'invalid_grant' })]);
		const sealed = sealConnection(connectionOf({ accessTokenExpiresAt: 5 }), app);
		await expect(clientOf(pool, sealed, 0).send(request('fdx'))).rejects.toMatchObject({
			failure: { kind: 'connection-lost' },
		});
		expect(sent).toHaveLength(1);
		const gateway = poolWith([says(403, { message: 'Forbidden' })]);
		const there = sealConnection(connectionOf({ accessTokenExpiresAt: 5 }), gateway.app);
		await expect(clientOf(gateway.pool, there, 0).send(request('fdx'))).rejects.toMatchObject({
			failure: { kind: expect.not.stringContaining('lost') },
		});
	});
});
