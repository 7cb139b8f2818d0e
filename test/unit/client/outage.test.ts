import { BOUNDS } from '../../../outbound/http/bounds';
import { createClient } from '../../../outbound/http/client';
import { createCircuit } from '../../../outbound/http/circuit';
import { inOrder } from '../../../outbound/http/inOrder';
import { createLimiter } from '../../../outbound/http/limiter';
import { createRetryBudget } from '../../../outbound/http/retry/budget';
import type { Runtime } from '../../../outbound/http/runtime';
import { outcomeOf, type Outcome } from '../../../outbound/outcome';
import type { ApiRequest, Exchange } from '../../../outbound/wire';
import { clocked } from '../../support/clocked';
import { answered, request, unanswered } from '../errors/exchanges';
import { fine, scripted } from './scripted';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const get = request('fdx');
const down = answered(503, { code: 503 });

/** A run of many requests against a Flinks that answers as `answer` says; on jest's clock. */
async function runMany(
	count: number,
	answer: (sentBefore: number, request: ApiRequest) => Exchange,
	of: (index: number) => ApiRequest = () => get,
) {
	const sent: ApiRequest[] = [];
	const { session } = scripted([], {
		send: async (one) => {
			sent.push(one);
			return await Promise.resolve({ exchange: answer(sent.length - 1, one), generation: 0 });
		},
	});
	const random = () => 0.5;
	const runtime: Runtime = {
		limiter: createLimiter(20),
		files: createLimiter(1),
		circuit: createCircuit({ probes: BOUNDS.probes, now: Date.now, random, signal: undefined }),
		budget: createRetryBudget(),
		signal: undefined,
		node: undefined,
		maxTries: 4,
		bounds: BOUNDS,
		now: Date.now,
		random,
	};
	const client = createClient(session, runtime);
	const { value, ms } = await clocked(async () => {
		const ends: Array<Outcome<unknown>> = [];
		const indexes = Array.from({ length: count }, (_, index) => index);
		const work = async (index: number) => await outcomeOf(async () => await client.send(of(index)));
		for await (const end of inOrder(indexes, 20, work)) ends.push(end);
		return ends;
	});
	const failures = value.flatMap((end) => (end.kind === 'failed' ? [end.failure] : []));
	return { sent, failures, ms };
}

describe('an outage over many requests', () => {
	it('of 8 seconds fails none of 400, and costs a few requests more', async () => {
		const over = Date.now() + 8_000;
		const { sent, failures, ms } = await runMany(400, () => (Date.now() < over ? down : fine));
		expect(failures).toEqual([]);
		// Those that were on their way when it began, and the probes.
		expect(sent.length).toBeLessThanOrEqual(400 + 20 + BOUNDS.probes);
		expect(ms).toBeGreaterThanOrEqual(8_000);
	});

	it('in the middle fails none either', async () => {
		let begins = 0;
		const { failures } = await runMany(400, (before) => {
			if (before === 200) begins = Date.now();
			return before >= 200 && Date.now() < begins + 8_000 ? down : fine;
		});
		expect(failures).toEqual([]);
	});

	it('that does not end costs one more request for each, and no repeats', async () => {
		const { sent, failures } = await runMany(300, () => down);
		expect(failures).toHaveLength(300);
		expect(failures.every(({ kind }) => kind === 'temporarily-unavailable')).toBe(true);
		expect(sent.length).toBeLessThanOrEqual(300 + 20 + BOUNDS.probes);
	});

	it('of one bank does not cost the customers of others', async () => {
		const of = (index: number) => request('fdx', { path: index < 100 ? '/down' : '/up' });
		const { failures } = await runMany(200, (_, { path }) => (path === '/down' ? down : fine), of);
		expect(failures).toHaveLength(100);
	});

	it('does not repeat what may have been done', async () => {
		const post = request('partner', { method: 'POST' });
		const { sent, failures } = await runMany(
			30,
			() => down,
			() => post,
		);
		expect(sent).toHaveLength(30);
		expect(failures.every(({ ambiguous }) => ambiguous === true)).toBe(true);
	});

	it('is not what silence says', async () => {
		const { sent } = await runMany(30, () => unanswered('ECONNREFUSED', true));
		expect(sent.length).toBeLessThanOrEqual(30 + 50);
	});
});

describe('a pause that Flinks asks for', () => {
	it('of ten minutes holds for all: what is left fails without being sent', async () => {
		const busy = answered(429, { code: 1207 }, { 'retry-after': '600' });
		const { sent, failures } = await runMany(1_000, (before) => (before < 30 ? fine : busy));
		expect(failures.length).toBeGreaterThan(900);
		expect(sent.length).toBeLessThanOrEqual(30 + 2 * 20);
		expect(failures.every(({ kind }) => kind === 'rate-limited')).toBe(true);
		expect(failures.at(-1)).toEqual({
			kind: 'rate-limited',
			title: 'Flinks asked for a pause of 600 s more, so this was not sent',
			remedy: expect.stringMatching(/after the pause/),
			retryAfterMs: 600_000,
		});
	});

	it('of a minute is waited for, by all', async () => {
		const busy = answered(429, {}, { 'retry-after': '60' });
		const { sent, failures, ms } = await runMany(200, (before) => (before === 30 ? busy : fine));
		expect(failures).toEqual([]);
		expect(sent).toHaveLength(201);
		expect(ms).toBeGreaterThanOrEqual(60_000);
	});

	it('ends, and requests go again', async () => {
		const circuit = createCircuit({
			probes: 1,
			now: Date.now,
			random: () => 0,
			signal: undefined,
		});
		circuit.shut(1_000);
		await expect(async () => await circuit.enter()).rejects.toMatchObject({
			failure: { kind: 'rate-limited' },
		});
		jest.setSystemTime(Date.now() + 1_000);
		expect(await circuit.enter()).toBe('go');
	});
});

describe.each([Number.NaN, 0, -1, Infinity])('a bound of %p requests', (bound) => {
	it('lets requests through', async () => {
		const limiter = createLimiter(bound);
		await limiter.enter(false);
		limiter.refused(Date.now());
		limiter.leave();
		expect(limiter.limit).toBeGreaterThanOrEqual(1);
		await limiter.enter(false);
	});
});
