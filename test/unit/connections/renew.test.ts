import type { IHttpRequestOptions } from 'n8n-workflow';

import type { NodeContext } from '../../../outbound/auth/nodeContext';
import type { Connection } from '../../../outbound/connections/connection';
import { newestOf } from '../../../outbound/connections/newest';
import { renewConnection } from '../../../outbound/connections/renew';
import type { FlinksFailure } from '../../../outbound/failure';
import { until } from '../../support/until';
import { contextWith, says, tokenAnswer, type Answered } from '../auth/helpers';
import { quickRuntime } from '../client/scripted';
import { connectionOf, recipientApp } from './support';

const INVALID_GRANT = says(400, { error: 'invalid_grant' });

/** Answers when the test says so, and keeps what was sent. */
function slowContext() {
	const sent: IHttpRequestOptions[] = [];
	const answers: Array<(answer: Answered) => void> = [];
	const httpRequest = async (options: IHttpRequestOptions): Promise<unknown> => {
		sent.push(options);
		return await new Promise<Answered>((resolve) => void answers.push(resolve));
	};
	const context = { helpers: { httpRequest } } as unknown as NodeContext;
	return { sent, context, answer: (which: number, answer: Answered) => answers[which]?.(answer) };
}

const expired = (changes: Partial<Connection> = {}) =>
	connectionOf({ accessTokenExpiresAt: 5, ...changes });

function asker(app = recipientApp()) {
	const slow = slowContext();
	const ask = async (connection: Connection, signal?: AbortSignal) =>
		await renewConnection({
			context: slow.context,
			app,
			runtime: quickRuntime({ signal }),
			known: () => [connection],
			stale: connection.accessToken,
		}).catch(({ failure }: FlinksFailure) => failure);
	return { ...slow, app, ask };
}

const refreshTokens = (sent: readonly IHttpRequestOptions[]) =>
	sent.map(({ body }) => Object(body).refresh_token);

describe('a renewal', () => {
	it('is one on its way, however many ask; the last comes too late to need one', async () => {
		const { answer, ask, sent } = asker();
		const connection = expired();
		const asked = [ask(connection), ask(connection), ask(expired())];
		await until(() => sent.length > 0);
		answer(0, tokenAnswer('access-2', { refresh_token: 'refresh-2' }));
		const renewed = await Promise.all(asked);
		expect(renewed).toEqual([renewed[0], renewed[0], renewed[0]]);
		expect(renewed[0]).toMatchObject({
			accessToken: 'access-2',
			refreshToken: 'refresh-2',
			rotations: 1,
			reference: 'customer-1042',
		});
		expect(await ask(connection)).toEqual(renewed[0]);
		expect(sent).toHaveLength(1);
	});

	it('tells two connections, and those of two clients, apart', async () => {
		const [one, two] = [asker(), asker()];
		void one.ask(expired());
		void one.ask(expired({ connectionId: 'connection-2' }));
		void two.ask(expired());
		await until(() => one.sent.length === 2 && two.sent.length === 1);
	});

	it('asks anew where what is known ends within half a minute, or is the token that was refused', async () => {
		const app = recipientApp();
		const soon = connectionOf({ accessTokenExpiresAt: Date.now() + 29_000 });
		const { context, sent } = contextWith([tokenAnswer('access-2')]);
		const order = (known: Connection, stale: string | undefined) => ({
			context,
			app,
			runtime: quickRuntime(),
			known: () => [known] as const,
			stale,
		});
		expect(await renewConnection(order(soon, 'other'))).toMatchObject({ accessToken: 'access-2' });
		const living = connectionOf();
		await renewConnection(order(living, 'access-1'));
		expect(sent).toHaveLength(2);
		expect(await renewConnection(order(living, 'other'))).toBe(living);
		const { accessToken: _, ...without } = living;
		await renewConnection(order(without, 'other'));
		const { accessTokenExpiresAt: __, ...endless } = living;
		await renewConnection(order(endless, 'other'));
		expect(sent).toHaveLength(4);
	});

	it('uses a token that ends in more than half a minute, and none that ends in just that', async () => {
		const now = 1_800_000_000_000;
		const { context, sent } = contextWith([tokenAnswer('access-2')]);
		const renew = async (known: Connection) =>
			await renewConnection({
				context,
				app: recipientApp(),
				runtime: quickRuntime({ now: () => now }),
				known: () => [known],
				stale: 'other',
			});
		const long = connectionOf({ accessTokenExpiresAt: now + 30_001 });
		expect(await renew(long)).toBe(long);
		expect(sent).toEqual([]);
		await renew(connectionOf({ accessTokenExpiresAt: now + 30_000 }));
		expect(sent).toHaveLength(1);
	});

	it('has no expiry where Flinks gives none, and not the old one', async () => {
		const { context } = contextWith([says(200, { access_token: 'access-2' })]);
		const connection = expired();
		const renewed = await renewConnection({
			context,
			app: recipientApp(),
			runtime: quickRuntime(),
			known: () => [connection],
			stale: 'access-1',
		});
		expect(renewed).not.toHaveProperty('accessTokenExpiresAt');
		expect(renewed).not.toHaveProperty('rotations');
	});

	it.each([{}, { refresh_token: 'refresh-1' }])(
		'counts no replacement where Flinks keeps the refresh token: %j',
		async (more) => {
			const { answer, app, ask, sent } = asker();
			const connection = expired();
			const asked = ask(connection);
			await until(() => sent.length > 0);
			answer(0, tokenAnswer('access-2', more));
			expect(await asked).not.toHaveProperty('rotations');
			expect(newestOf(app, connection)).toBe(connection);
		},
	);

	it('counts replacements on', async () => {
		const { answer, ask, sent } = asker();
		const asked = ask(expired({ rotations: 4 }));
		await until(() => sent.length > 0);
		answer(0, tokenAnswer('access-2', { refresh_token: 'refresh-2' }));
		expect(await asked).toMatchObject({ rotations: 5 });
	});
});

describe('a refused renewal', () => {
	const run = async (
		answers: readonly Answered[],
		known: readonly [Connection, ...Connection[]],
	) => {
		const { context, sent } = contextWith(answers);
		const order = { context, app: recipientApp(), runtime: quickRuntime(), known: () => known };
		const outcome = await renewConnection({ ...order, stale: 'access-1' }).catch(
			({ failure }: FlinksFailure) => failure,
		);
		return { outcome, asked: refreshTokens(sent) };
	};
	const [a, b] = [expired({ refreshToken: 'a' }), expired({ refreshToken: 'b' })];

	it('tries each other text that is as new, and no older one', async () => {
		const newer = expired({ refreshToken: 'newer', rotations: 2 });
		const { outcome, asked } = await run([INVALID_GRANT], [a, newer, b]);
		expect(asked).toEqual(['newer']);
		expect(outcome).toMatchObject({ kind: 'connection-lost' });
		expect((await run([INVALID_GRANT], [a, b, a])).asked).toEqual(['a', 'b']);
		expect(await run([INVALID_GRANT, tokenAnswer('access-2')], [a, b])).toMatchObject({
			outcome: { accessToken: 'access-2', refreshToken: 'b' },
			asked: ['a', 'b'],
		});
	});

	it('tries no other text where it was not about the connection', async () => {
		const gateway = await run([says(403, { message: 'Forbidden' })], [a, b]);
		expect(gateway.asked).toEqual(['a']);
		expect(gateway.outcome).toMatchObject({ kind: 'unexpected-answer', status: 403 });
	});
});

describe('a run that is stopped while its renewal is on the way', () => {
	it('does not wait, and what Flinks answers is not lost', async () => {
		const { answer, app, ask, sent } = asker();
		const connection = expired();
		const stop = new AbortController();
		const asked = ask(connection, stop.signal);
		await until(() => sent.length > 0);
		stop.abort();
		expect(await asked).toMatchObject({ kind: 'cancelled' });
		expect(sent[0]?.abortSignal?.aborted).toBe(false);
		answer(0, tokenAnswer('access-2', { refresh_token: 'refresh-2' }));
		await until(() => newestOf(app, connection) !== connection);
		expect(await ask(connection)).toMatchObject({ refreshToken: 'refresh-2' });
		expect(sent).toHaveLength(1);
	});

	it('sends nothing more, and another run that waited asks for itself', async () => {
		const { answer, ask, sent } = asker();
		const connection = expired();
		const stop = new AbortController();
		const stopped = ask(connection, stop.signal);
		await until(() => sent.length > 0);
		const other = ask(connection);
		stop.abort();
		answer(0, says(503, ''));
		await until(() => sent.length > 1);
		answer(1, tokenAnswer('access-2'));
		expect(await stopped).toMatchObject({ kind: 'cancelled' });
		expect(await other).toMatchObject({ accessToken: 'access-2' });
		expect(sent).toHaveLength(2);
	});

	it('ends with each of those that wait for it, where all are stopped', async () => {
		const { ask, sent } = asker();
		const stops = [new AbortController(), new AbortController()];
		const asked = stops.map(async ({ signal }) => await ask(expired(), signal));
		await until(() => sent.length > 0);
		for (const stop of stops) stop.abort();
		for (const failure of await Promise.all(asked)) {
			expect(failure).toMatchObject({ kind: 'cancelled' });
		}
		expect(sent).toHaveLength(1);
	});

	it('asks nothing where it was stopped before', async () => {
		const { ask, sent } = asker();
		expect(await ask(expired(), AbortSignal.abort())).toMatchObject({ kind: 'cancelled' });
		expect(sent).toEqual([]);
	});

	it('shares the failure with those that wait where nobody was stopped', async () => {
		const { answer, ask, sent } = asker();
		const both = [ask(expired()), ask(expired())];
		await until(() => sent.length > 0);
		answer(0, INVALID_GRANT);
		for (const failure of await Promise.all(both)) {
			expect(failure).toMatchObject({ kind: 'connection-lost' });
		}
		expect(sent).toHaveLength(1);
	});
});
