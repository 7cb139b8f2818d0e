import { attempt, type Once } from '../../../outbound/http/attempts';
import { FlinksFailure } from '../../../outbound/failure';
import { FIRST_LIMIT } from '../../../outbound/http/pace/bound';
import { createRetryBudget } from '../../../outbound/http/retry/budget';
import { BOUNDS } from '../../../outbound/http/bounds';
import { createRuntime } from '../../../outbound/http/runtime';
import type { Runtime } from '../../../outbound/http/runtime';
import type { ApiRequest, Exchange } from '../../../outbound/wire';
import { clocked } from '../../support/clocked';
import { answered, request, unanswered } from '../errors/exchanges';
import { fine, quickRuntime } from './scripted';

const get = request('partner');
const post = request('partner', { method: 'POST' });
const down = answered(503, {});

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** Runs `attempt` over a script; the last entry repeats for ever. */
async function run(
	script: readonly Exchange[],
	of: ApiRequest = get,
	runtime: Runtime = quickRuntime(),
) {
	let tries = 0;
	const once = async () => {
		tries += 1;
		return await Promise.resolve(script[Math.min(tries, script.length) - 1] ?? fine);
	};
	try {
		const response = await attempt(of, once, runtime);
		return { tries, status: response.status, failure: undefined };
	} catch (error) {
		if (!(error instanceof FlinksFailure)) throw error;
		return { tries, status: undefined, failure: error.failure };
	}
}

describe('tries', () => {
	it.each([200, 201, 202, 204, 299])('end with the first %i', async (status) => {
		expect(await run([answered(status, {})])).toMatchObject({ tries: 1, status });
	});

	it.each([199, 300, 304, 400, 404])('end with a failure at %i', async (status) => {
		const { tries, failure } = await run([answered(status, {})]);
		expect(tries).toBe(1);
		expect(failure).toMatchObject({ status });
	});

	it('go on after passing trouble', async () => {
		const script = [down, unanswered('ECONNRESET'), answered(429, {}), fine];
		expect(await run(script)).toMatchObject({ tries: 4, status: 200 });
	});

	it('are four at most', async () => {
		expect(await run([down])).toMatchObject({
			tries: 4,
			failure: { kind: 'temporarily-unavailable', status: 503 },
		});
		expect((await run([down], get, quickRuntime({ maxTries: 2 }))).tries).toBe(2);
		expect(createRuntime().maxTries).toBe(4);
		expect(createRuntime({ maxTries: 2 }).maxTries).toBe(2);
		expect(createRuntime({ bound: 3 }).limiter.limit).toBe(3);
		expect(createRuntime().limiter.limit).toBe(FIRST_LIMIT);
	});

	it('are one for a write that may have been carried out', async () => {
		expect(await run([down], post)).toMatchObject({ tries: 1, failure: { ambiguous: true } });
		expect(await run([unanswered('ECONNRESET')], post)).toMatchObject({
			tries: 1,
			failure: { ambiguous: true },
		});
	});

	it('are more for a write that was not carried out', async () => {
		const script = [answered(429, {}), unanswered('ECONNREFUSED', true), fine];
		expect(await run(script, post)).toMatchObject({ tries: 3, status: 200 });
	});

	it('end with the budget, and pay it back with successes', async () => {
		const budget = createRetryBudget(1);
		const runtime = quickRuntime({ budget });
		expect((await run([down], get, runtime)).tries).toBe(2);
		expect((await run([down], get, runtime)).tries).toBe(1);
		await run([fine], get, runtime);
		await run([fine], get, runtime);
		expect((await run([down, fine], get, runtime)).tries).toBe(2);
	});

	it('end before a wait that would pass the deadline', async () => {
		const patient = answered(503, {}, { 'retry-after': '2' });
		const { value, ms } = await clocked(
			async () =>
				await run([patient], get, quickRuntime({ bounds: { ...BOUNDS, requestMs: 1_999 } })),
		);
		expect(ms).toBe(0);
		expect(value.tries).toBe(1);
		expect(value.failure).toMatchObject({ retryAfterMs: 2_000 });
	});

	it('take the time since the first try against the deadline', async () => {
		let now = 0;
		const runtime = quickRuntime({
			bounds: { ...BOUNDS, requestMs: 100 },
			now: () => (now += 30),
		});
		expect((await run([down], get, runtime)).tries).toBeLessThan(4);
		expect(createRuntime().bounds.requestMs).toBe(300_000);
	});

	it('wait as long as Flinks asks', async () => {
		const script = [answered(429, {}, { 'retry-after': '0.08' }), fine];
		expect((await clocked(async () => await run(script))).ms).toBe(80);
	});

	it('spread their waits by chance', async () => {
		const runtime = quickRuntime({ random: () => 0.2 });
		const { ms } = await clocked(async () => await run([down, fine], get, runtime));
		expect(ms).toBe(100);
	});

	it('end at a wait that is too long, and the failure names it', async () => {
		const script = [answered(429, {}, { 'retry-after': '121' })];
		expect(await run(script)).toMatchObject({
			tries: 1,
			failure: { kind: 'rate-limited', retryAfterMs: 121_000 },
		});
	});

	it('leave the wait out of a failure where Flinks named none', async () => {
		expect((await run([answered(404, {})])).failure).not.toHaveProperty('retryAfterMs');
		expect((await run([unanswered('ENOTFOUND', true)])).failure).not.toHaveProperty('retryAfterMs');
	});
});

describe('throttling', () => {
	const busy = answered(429, {});

	it('costs neither tries nor budget while others are answered', async () => {
		const runtime = quickRuntime({ budget: createRetryBudget(0) });
		let tries = 0;
		const once = async () => {
			tries += 1;
			runtime.limiter.answered(0, false);
			return await Promise.resolve(tries < 9 ? busy : fine);
		};
		const { value } = await clocked(async () => await attempt(get, once, runtime));
		expect(value).toMatchObject({ status: 200 });
		expect(tries).toBe(9);
	});

	it('costs both where nothing is answered', async () => {
		expect(await run([busy])).toMatchObject({ tries: 4, failure: { kind: 'rate-limited' } });
		const spent = quickRuntime({ budget: createRetryBudget(0) });
		expect((await run([busy], get, spent)).tries).toBe(1);
	});

	it('ends with the time of the request, progress or not', async () => {
		let now = 0;
		const runtime = quickRuntime({ now: () => now, bounds: { ...BOUNDS, requestMs: 10_000 } });
		let tries = 0;
		const once: Once = async (_, msLeft) => {
			msLeft();
			now += 3_000;
			tries += 1;
			runtime.limiter.answered(0, false);
			return await Promise.resolve(answered(429, {}, { 'retry-after': '1' }));
		};
		const { value } = await clocked(
			async () => await Promise.allSettled([attempt(get, once, runtime)]),
		);
		expect(value).toMatchObject([{ reason: { failure: { kind: 'rate-limited' } } }]);
		expect(tries).toBe(4);
	});

	it('holds the others for as long as Flinks asks', async () => {
		const runtime = quickRuntime();
		await clocked(async () => await run([answered(429, {}, { 'retry-after': '2' })], get, runtime));
		expect(runtime.limiter.enter(false)).toBeInstanceOf(Promise);
	});
});

describe('a cancel', () => {
	it('means that nothing is sent any more', async () => {
		const runtime = quickRuntime({ signal: AbortSignal.abort() });
		expect(await run([fine], get, runtime)).toMatchObject({
			tries: 0,
			failure: { kind: 'cancelled' },
		});
	});

	it('ends the wait between two tries', async () => {
		const controller = new AbortController();
		setTimeout(() => controller.abort(), 20);
		const runtime = quickRuntime({ signal: controller.signal });
		const { value, ms } = await clocked(
			async () => await run([answered(503, {}, { 'retry-after': '5' })], get, runtime),
		);
		expect(ms).toBe(20);
		expect(value.tries).toBe(1);
		expect(value.failure).toMatchObject({ kind: 'cancelled' });
	});

	it('during a request ends the tries with what came', async () => {
		const controller = new AbortController();
		const once = async () => {
			controller.abort();
			return await Promise.resolve(down);
		};
		const trying = attempt(get, once, quickRuntime({ signal: controller.signal }));
		await expect(trying).rejects.toMatchObject({ failure: { status: 503 } });
	});
});
