import { setTimeout as sleep } from 'node:timers/promises';

import { createClient } from '../../../outbound/http/client';
import { FlinksFailure } from '../../../outbound/failure';
import { createLimiter } from '../../../outbound/http/limiter';
import { answered, request, unanswered } from '../errors/exchanges';
import { fine, quickRuntime, scripted } from './scripted';

const get = request('partner');
const refused = answered(401, { message: 'Invalid Bearer Token' });

describe('a client', () => {
	it('resolves with what Flinks answers', async () => {
		const { session, sent } = scripted([answered(201, { id: 1 })]);
		const { send, runtime } = createClient(session, quickRuntime());
		expect(await send(get)).toMatchObject({ status: 201, body: { id: 1 } });
		expect(sent).toEqual([get]);
		expect(runtime.maxTries).toBe(4);
	});

	it('throws a failure, and only that, for anything else', async () => {
		const { session } = scripted([answered(404, { message: 'Not Found' })]);
		const sending = createClient(session, quickRuntime()).send(get);
		await expect(sending).rejects.toThrow(FlinksFailure);
		await expect(sending).rejects.toMatchObject({ failure: { kind: 'not-found', status: 404 } });
	});

	it('repeats what got no answer, and fails where none comes', async () => {
		const silent = scripted([unanswered('ECONNRESET'), fine]);
		expect(await createClient(silent.session, quickRuntime()).send(get)).toMatchObject({
			status: 200,
		});
		expect(silent.renewals).toBe(0);
		const dead = scripted(new Array(4).fill(unanswered('ECONNRESET')));
		const sending = createClient(dead.session, quickRuntime()).send(get);
		await expect(sending).rejects.toMatchObject({
			failure: { title: expect.stringMatching(/broke before an answer arrived/) },
		});
	});

	it('keeps within the bound, repeats and all', async () => {
		const { session } = scripted([]);
		let running = 0;
		let most = 0;
		const slow = {
			...session,
			send: async () => {
				running += 1;
				most = Math.max(most, running);
				await sleep(2);
				running -= 1;
				return { exchange: fine, generation: 0 };
			},
		};
		const { send } = createClient(slow, quickRuntime({ limiter: createLimiter(3) }));
		await Promise.all(Array.from({ length: 20 }, async () => await send(get)));
		expect(most).toBe(3);
	});
});

describe('a token that is refused', () => {
	it.each([
		['401', refused],
		['400 that says so', answered(400, { message: 'The access token is expired' })],
		['403 that says so', answered(403, { message: 'Token expired' })],
	])('is renewed once and the request repeated: %s', async (_, exchange) => {
		const script = scripted([exchange, fine]);
		const { send } = createClient(script.session, quickRuntime());
		expect(await send(get)).toMatchObject({ status: 200 });
		expect(script.sent).toHaveLength(2);
		expect(script.renewals).toBe(1);
		expect(script.judged).toEqual([[1, true]]);
	});

	it('is renewed once only, and the second refusal is final', async () => {
		const script = scripted([refused, refused, fine]);
		const sending = createClient(script.session, quickRuntime()).send(get);
		await expect(sending).rejects.toMatchObject({ failure: { status: 401 } });
		expect(script.sent).toHaveLength(2);
		expect(script.judged).toEqual([[1, false]]);
	});

	it('is not renewed where nothing newer is to be had', async () => {
		const script = scripted([refused, fine], { renew: async () => await Promise.resolve(false) });
		const sending = createClient(script.session, quickRuntime()).send(get);
		await expect(sending).rejects.toMatchObject({ failure: { status: 401 } });
		expect(script.sent).toHaveLength(1);
		expect(script.judged).toEqual([]);
	});

	it.each([
		['a success', fine, 1],
		['a 400 about other things', answered(400, { message: 'Invalid request parameters' }), 1],
		['a 403 about other things', answered(403, { message: 'Forbidden' }), 1],
	])('is something else than %s', async (_, exchange, sends) => {
		const script = scripted([exchange]);
		await createClient(script.session, quickRuntime())
			.send(get)
			.catch(() => undefined);
		expect(script.sent).toHaveLength(sends);
		expect(script.renewals).toBe(0);
	});

	it('that cannot be renewed fails the request with that reason', async () => {
		const lost = new FlinksFailure({ kind: 'connection-lost', title: 'Gone', remedy: 'Connect.' });
		const script = scripted([refused], { renew: async () => await Promise.reject(lost) });
		const sending = createClient(script.session, quickRuntime()).send(get);
		await expect(sending).rejects.toBe(lost);
	});
});

describe('the first request', () => {
	const unproven = async () => await Promise.resolve('unproven' as const);

	it('goes alone where nobody knows whether the token is good', async () => {
		const order: string[] = [];
		const { session } = scripted([], { ready: unproven });
		const slow = {
			...session,
			send: async (...given: Parameters<typeof session.send>) => {
				order.push(`+${given[0].path}`);
				await sleep(3);
				order.push(`-${given[0].path}`);
				return { exchange: fine, generation: 0 };
			},
		};
		const { send } = createClient(slow, quickRuntime());
		await Promise.all(
			['1', '2', '3'].map(async (path) => await send(request('partner', { path }))),
		);
		expect(order.slice(0, 2)).toEqual(['+1', '-1']);
		expect(order.slice(2)).toEqual(['+2', '+3', '-2', '-3']);
	});

	it('goes with the others where the token is known to be good', async () => {
		const order: string[] = [];
		const { session } = scripted([]);
		const slow = {
			...session,
			send: async (...given: Parameters<typeof session.send>) => {
				order.push(`+${given[0].path}`);
				await sleep(3);
				order.push(`-${given[0].path}`);
				return { exchange: fine, generation: 0 };
			},
		};
		const { send } = createClient(slow, quickRuntime());
		await Promise.all(['1', '2'].map(async (path) => await send(request('partner', { path }))));
		expect(order).toEqual(['+1', '+2', '-1', '-2']);
	});

	it('is sent once, and is not sent again for having gone alone', async () => {
		const { session, sent } = scripted([], { ready: unproven });
		const { send } = createClient(session, quickRuntime());
		await send(get);
		await send(get);
		expect(sent).toHaveLength(2);
	});

	it('may fail without taking the others along', async () => {
		const { session } = scripted([answered(404, {})], { ready: unproven });
		const { send } = createClient(session, quickRuntime());
		const ends = await Promise.allSettled([send(get), send(get), send(get)]);
		expect(ends.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
	});

	it('is not sent where no token can be had, nor are the others', async () => {
		const failure = new FlinksFailure({ kind: 'not-connected', title: 'No', remedy: 'Connect.' });
		const { session, sent } = scripted([], { ready: async () => await Promise.reject(failure) });
		const { send } = createClient(session, quickRuntime());
		const ends = await Promise.allSettled([send(get), send(get)]);
		expect(ends).toMatchObject([{ reason: failure }, { reason: failure }]);
		expect(sent).toHaveLength(0);
	});

	it('makes the token ready before every request', async () => {
		const ready = jest.fn(async () => await Promise.resolve('proven' as const));
		const { send } = createClient(scripted([], { ready }).session, quickRuntime());
		for (let i = 0; i < 3; i += 1) await send(get);
		expect(ready).toHaveBeenCalledTimes(3);
	});
});

describe('a cancelled execution', () => {
	it('sends nothing', async () => {
		const { session, sent } = scripted([]);
		const { send } = createClient(session, quickRuntime({ signal: AbortSignal.abort() }));
		await expect(send(get)).rejects.toMatchObject({ failure: { kind: 'cancelled' } });
		expect(sent).toHaveLength(0);
	});

	it('sends nothing of what waits for its turn', async () => {
		const controller = new AbortController();
		const { session, sent } = scripted([]);
		const cancelling = {
			...session,
			send: async (...given: Parameters<typeof session.send>) => {
				controller.abort();
				return await session.send(...given);
			},
		};
		const runtime = quickRuntime({ signal: controller.signal, limiter: createLimiter(1) });
		const { send } = createClient(cancelling, runtime);
		const ends = await Promise.allSettled([send(get), send(get), send(get)]);
		expect(sent).toHaveLength(1);
		expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
	});
});
