import fc from 'fast-check';

import { createRetryBudget } from '../../outbound/http/retry/budget';
import { DEFAULT_DELAYS, delayBefore } from '../../outbound/http/retry/delay';
import { isThrottled, mayRepeat } from '../../outbound/http/retry/policy';
import { wait } from '../../outbound/http/retry/wait';
import type { ApiRequest, Exchange, Method } from '../../outbound/wire';
import { clocked } from '../support/clocked';
import { answered, request, unanswered } from './errors/exchanges';

const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('the wait before a repeat', () => {
	it('doubles from half a second up to 30 s', () => {
		const longest = [1, 2, 3, 4, 5, 6, 7, 8, 50].map((tries) =>
			delayBefore(tries, undefined, 0.9999999),
		);
		expect(longest).toEqual([499, 999, 1999, 3999, 7999, 15999, 29999, 29999, 29999]);
	});

	it('is spread over all of the step', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 40 }), random, (tries, chance) => {
				const ms = delayBefore(tries, undefined, chance) ?? NaN;
				const step = Math.min(30_000, 500 * 2 ** (tries - 1));
				expect(ms).toBe(Math.floor(chance * step));
				expect(Number.isInteger(ms) && ms >= 0 && ms < step).toBe(true);
			}),
		);
	});

	it('is never shorter than Retry-After, and hardly longer', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 9 }),
				fc.integer({ min: 0, max: 120_000 }),
				random,
				(tries, asked, chance) => {
					const ms = delayBefore(tries, asked, chance) ?? NaN;
					expect(ms - asked).toBe(Math.floor(chance * 250));
				},
			),
		);
	});

	it('is none where Flinks asks for more than two minutes', () => {
		expect(delayBefore(1, 120_000, 0)).toBe(120_000);
		expect(delayBefore(1, 120_001, 0)).toBeUndefined();
		expect(DEFAULT_DELAYS.retryAfterCapMs).toBe(120_000);
	});
});

const METHODS: readonly Method[] = ['GET', 'POST', 'PUT', 'DELETE'];
const of = (method: Method, changes: Partial<ApiRequest> = {}) =>
	request('partner', { method, ...changes });

describe('whether a request may be sent again', () => {
	const ALWAYS: ReadonlyArray<readonly [string, Exchange]> = [
		['429', answered(429, {})],
		['422 with code 1207', answered(422, { code: 1207 })],
		['422 with code "1207"', answered(422, { code: '1207' })],
		['a refused connection', unanswered('ECONNREFUSED', true)],
		['an unknown host', unanswered('ENOTFOUND', true)],
	];
	const READS_ONLY: ReadonlyArray<readonly [string, Exchange]> = [
		...[408, 500, 502, 503, 504].map((status) => [String(status), answered(status, {})] as const),
		['a reset', unanswered('ECONNRESET')],
		['a time-out', unanswered('ETIMEDOUT')],
		['an unknown end', unanswered('UNKNOWN')],
	];
	const NEVER: ReadonlyArray<readonly [string, Exchange]> = [
		...[400, 401, 403, 404, 405, 406, 409, 410, 413, 414, 415, 422, 501, 505, 302].map(
			(status) => [String(status), answered(status, { code: 701 })] as const,
		),
		['422 without a code', answered(422, {})],
		['422 with text', answered(422, '1207')],
		['422 with nothing', answered(422, null)],
		['400 with code 1207', answered(400, { code: 1207 })],
		['a cancel', unanswered('CANCELLED', true)],
		['an expired certificate', unanswered('CERT_HAS_EXPIRED')],
		['an own certificate', unanswered('DEPTH_ZERO_SELF_SIGNED_CERT')],
		['an unknown issuer', unanswered('UNABLE_TO_VERIFY_LEAF_SIGNATURE')],
		['an own issuer', unanswered('SELF_SIGNED_CERT_IN_CHAIN')],
		['a certificate of another host', unanswered('ERR_TLS_CERT_ALTNAME_INVALID')],
		['too large an answer', unanswered('ANSWER_TOO_LARGE')],
		['a file at an unsafe address', unanswered('FILE_ADDRESS_NOT_SAFE')],
		['a file that its host refuses', unanswered('FILE_HOST_403')],
	];

	describe.each(METHODS)('%s', (method) => {
		const reads = method === 'GET';

		it.each(ALWAYS)('may after %s: Flinks did not act on it', (_, exchange) => {
			expect(mayRepeat(of(method), exchange)).toBe(true);
		});

		it.each(READS_ONLY)('may after %s only if it changes nothing', (_, exchange) => {
			expect(mayRepeat(of(method), exchange)).toBe(reads);
			expect(mayRepeat(of(method, { safeToRepeat: true }), exchange)).toBe(true);
			expect(mayRepeat(of(method, { safeToRepeat: false }), exchange)).toBe(reads);
		});

		it.each(NEVER)('may not after %s', (_, exchange) => {
			expect(mayRepeat(of(method), exchange)).toBe(false);
			expect(mayRepeat(of(method, { safeToRepeat: true }), exchange)).toBe(false);
		});
	});

	it('knows when Flinks asks to slow down', () => {
		const throttled = [...ALWAYS, ...READS_ONLY, ...NEVER].filter(([, one]) => isThrottled(one));
		expect(throttled.map(([name]) => name)).toEqual([
			'429',
			'422 with code 1207',
			'422 with code "1207"',
		]);
	});
});

describe('the budget of repeats', () => {
	it('is 50 for one execution', () => {
		const budget = createRetryBudget();
		const spent = Array.from({ length: 60 }, () => budget.spend());
		expect(spent.filter(Boolean)).toHaveLength(50);
		expect(spent.slice(50)).not.toContain(true);
	});

	it('is paid back by half a repeat for each success, never beyond what it was', () => {
		const budget = createRetryBudget(1);
		for (let times = 0; times < 10; times += 1) budget.refund();
		expect([budget.spend(), budget.spend()]).toEqual([true, false]);
		budget.refund();
		expect(budget.spend()).toBe(false);
		budget.refund();
		expect(budget.spend()).toBe(true);
	});

	it('never lets out more than capacity and half the successes', () => {
		const moves = fc.array(fc.constantFrom('spend' as const, 'refund' as const), {
			maxLength: 300,
		});
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 20 }), moves, (capacity, schedule) => {
				const budget = createRetryBudget(capacity);
				let spent = 0;
				let refunds = 0;
				for (const move of schedule) {
					if (move === 'refund') {
						refunds += 1;
						budget.refund();
					} else if (budget.spend()) spent += 1;
					expect(spent).toBeLessThanOrEqual(capacity + refunds / 2);
				}
			}),
		);
	});
});

describe('a wait', () => {
	beforeEach(() => void jest.useFakeTimers());
	afterEach(() => void jest.useRealTimers());

	const took = async (ms: number, signal?: AbortSignal) =>
		(await clocked(async () => await wait(ms, signal))).ms;

	it('lasts as long as asked', async () => {
		expect(await took(40)).toBe(40);
		expect(await took(40, new AbortController().signal)).toBe(40);
	});

	it.each([0, -5])('of %i ms is over at once', async (ms) => {
		expect(await took(ms)).toBe(0);
	});

	it('ends when the execution is cancelled', async () => {
		const controller = new AbortController();
		setTimeout(() => controller.abort(), 20);
		expect(await took(5_000, controller.signal)).toBe(20);
	});

	it('does not begin after a cancel', async () => {
		expect(await took(5_000, AbortSignal.abort())).toBe(0);
	});

	it('leaves no listener behind', async () => {
		const { signal } = new AbortController();
		const added = jest.spyOn(signal, 'addEventListener');
		const removed = jest.spyOn(signal, 'removeEventListener');
		await took(5, signal);
		const own = added.mock.calls.filter(([, , options]) => typeof options === 'object');
		expect(removed.mock.calls.length).toBeGreaterThanOrEqual(1);
		expect(own.length).toBeGreaterThanOrEqual(1);
		const removedListeners = new Set(removed.mock.calls.map(([, listener]) => listener));
		for (const [, listener] of own) expect(removedListeners).toContain(listener);
	});
});
