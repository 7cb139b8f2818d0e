import fc from 'fast-check';

import { createLimiter, DEFAULT_MOST, type Limiter } from '../../outbound/http/limiter';
import { FIRST_LIMIT } from '../../outbound/http/pace/bound';
import { knownPace } from '../../outbound/http/pace/known';
import { clocked } from '../support/clocked';
import { runs } from '../support/runs';

/** Runs `task` in a place of the limiter, as one who has sent it before or has not. */
async function run<T>(limiter: Limiter, task: () => Promise<T>, isRepeat = false): Promise<T> {
	await limiter.enter(isRepeat);
	try {
		return await task();
	} finally {
		limiter.leave();
	}
}

const later = async (ms: number) => await new Promise<void>((end) => setTimeout(end, ms));

/** Tasks that end when told to, and know how many of them run. */
function gates() {
	const open: Array<() => void> = [];
	const started: number[] = [];
	const flight = { now: 0, max: 0 };
	const task = (id: number) => async () => {
		started.push(id);
		flight.now += 1;
		flight.max = Math.max(flight.max, flight.now);
		await new Promise<void>((resolve) => open.push(resolve));
		flight.now -= 1;
		return id;
	};
	const settle = async () => await new Promise((resolve) => setImmediate(resolve));
	const finish = async (count = 1) => {
		for (const end of open.splice(0, count)) end();
		await settle();
	};
	return { task, started, flight, finish, settle };
}

afterEach(() => void jest.useRealTimers());

describe('the limiter', () => {
	it('begins with twenty at once, and lets more through as answers come', async () => {
		let now = 0;
		const { task, flight, finish, settle } = gates();
		const limiter = createLimiter(DEFAULT_MOST, () => now);
		const all = Array.from({ length: 100 }, (_, id) => run(limiter, task(id)));
		await settle();
		expect(flight.now).toBe(FIRST_LIMIT);
		now = 300;
		for (let answer = 0; answer < FIRST_LIMIT; answer += 1) limiter.answered(0, true);
		await settle();
		expect(flight.now).toBe(60);
		while (flight.now > 0) await finish(100);
		await Promise.all(all);
	});

	it('tells who fills its places that there are more', () => {
		let now = 0;
		let calls = 0;
		const limiter = createLimiter(DEFAULT_MOST, () => now);
		const end = limiter.onMore(() => (calls += 1));
		for (let entered = 0; entered < FIRST_LIMIT; entered += 1) void limiter.enter(false);
		now = 10;
		for (let answer = 0; answer < FIRST_LIMIT; answer += 1) limiter.answered(0, true);
		expect(calls).toBe(1);
		end();
		now = 20;
		for (let answer = 0; answer < 100; answer += 1) limiter.answered(10, true);
		expect(calls).toBe(1);
	});

	it('gives a place at once where there is one, without a promise', () => {
		const limiter = createLimiter(1);
		expect(limiter.enter(false)).toBeUndefined();
		expect(limiter.enter(false)).toBeInstanceOf(Promise);
	});

	it('starts in the order of coming, and hands on what a task gives', async () => {
		const { task, started, finish, settle } = gates();
		const limiter = createLimiter(2);
		const all = [0, 1, 2, 3, 4].map((id) => run(limiter, task(id)));
		await settle();
		expect(started).toEqual([0, 1]);
		for (let i = 0; i < 5; i += 1) await finish();
		expect(started).toEqual([0, 1, 2, 3, 4]);
		expect(await Promise.all(all)).toEqual([0, 1, 2, 3, 4]);
	});

	it('lets what is sent again go before what was never sent', async () => {
		const { task, started, finish, settle } = gates();
		const limiter = createLimiter(1);
		const all = [0, 1].map((id) => run(limiter, task(id)));
		all.push(run(limiter, task(2), true));
		await settle();
		for (let i = 0; i < 3; i += 1) await finish();
		expect(started).toEqual([0, 2, 1]);
		await Promise.all(all);
	});

	it('gives the place back when a task fails', async () => {
		const limiter = createLimiter(1);
		await expect(run(limiter, async () => await Promise.reject(new Error('no')))).rejects.toThrow(
			'no',
		);
		expect(await run(limiter, async () => await Promise.resolve(7))).toBe(7);
	});

	it('starts nothing new during a pause, and goes on afterwards', async () => {
		jest.useFakeTimers({ doNotFake: ['setImmediate'] });
		const { task, started, finish, settle } = gates();
		const limiter = createLimiter(2);
		limiter.pause(400);
		const all = [0, 1, 2].map((id) => run(limiter, task(id)));
		await jest.advanceTimersByTimeAsync(399);
		expect(started).toEqual([]);
		await jest.advanceTimersByTimeAsync(1);
		expect(started).toEqual([0, 1]);
		await finish(2);
		await settle();
		await finish(1);
		await Promise.all(all);
	});

	it('keeps the longer of two pauses', async () => {
		jest.useFakeTimers();
		const { task, started } = gates();
		const limiter = createLimiter(4);
		limiter.pause(400);
		limiter.pause(5);
		void run(limiter, task(0));
		await jest.advanceTimersByTimeAsync(399);
		expect(started).toEqual([]);
		await jest.advanceTimersByTimeAsync(1);
		expect(started).toEqual([0]);
	});

	it('keeps to a stated pace together with another run of the same credential', async () => {
		jest.useFakeTimers();
		const began = Date.now();
		const at: number[] = [];
		const runs = [createLimiter(), createLimiter()];
		for (const limiter of runs) {
			limiter.keepTo(knownPace({ client: 'two runs', node: undefined, perSecond: 10 }));
			for (let id = 0; id < 20; id += 1) {
				void run(limiter, async () => await Promise.resolve(at.push(Date.now() - began)));
			}
		}
		await jest.advanceTimersByTimeAsync(10_000);
		expect(at).toEqual(Array.from({ length: 40 }, (_, index) => index * 100));
	});

	it('paces what follows once Flinks has refused', async () => {
		jest.useFakeTimers();
		const began = Date.now();
		const at: number[] = [];
		const limiter = createLimiter();
		for (let sent = 0; sent < 10; sent += 1) {
			await run(limiter, async () => await Promise.resolve(limiter.answered(began, false)));
		}
		await jest.advanceTimersByTimeAsync(1_000);
		limiter.refused(began + 999);
		for (let id = 0; id < 20; id += 1) {
			void run(limiter, async () => await Promise.resolve(at.push(Date.now() - began)));
		}
		await jest.advanceTimersByTimeAsync(5_000);
		expect(at).toHaveLength(20);
		expect(((at.at(-1) ?? 0) - (at[0] ?? 0)) / 19).toBeCloseTo(1_000 / 9.5, -1);
	});

	it('lets everything through once the execution is cancelled, pause or not', async () => {
		jest.useFakeTimers();
		const controller = new AbortController();
		const { task, started } = gates();
		const limiter = createLimiter(2, Date.now, controller.signal);
		limiter.pause(60_000);
		void run(limiter, task(0));
		await jest.advanceTimersByTimeAsync(59_999);
		expect(started).toEqual([]);
		controller.abort();
		await jest.advanceTimersByTimeAsync(0);
		expect(started).toEqual([0]);
		void run(limiter, task(1));
		await jest.advanceTimersByTimeAsync(0);
		expect(started).toEqual([0, 1]);
	});

	it('finishes any schedule, in order, within its limit', async () => {
		jest.useFakeTimers();
		const step = fc.record({
			ms: fc.integer({ min: 0, max: 2 }),
			then: fc.constantFrom('fine' as const, 'refused' as const, 'fails' as const),
			pauseMs: fc.integer({ min: 0, max: 3 }),
		});
		await fc.assert(
			fc.asyncProperty(
				fc.integer({ min: 1, max: 6 }),
				fc.array(step, { maxLength: 25 }),
				async (most, steps) => {
					const limiter = createLimiter(most);
					const started: number[] = [];
					let running = 0;
					const all = steps.map(
						async ({ ms, then, pauseMs }, id) =>
							await run(limiter, async () => {
								running += 1;
								started.push(id);
								expect(running).toBeLessThanOrEqual(most);
								const sentAt = Date.now();
								if (ms > 0) await later(ms);
								running -= 1;
								if (then === 'refused') limiter.refused(sentAt);
								if (then === 'refused') limiter.pause(pauseMs);
								if (then === 'fine') limiter.answered(sentAt, true);
								if (then === 'fails') throw new RangeError('as planned');
								expect(limiter.limit).toBeGreaterThanOrEqual(1);
								expect(limiter.limit).toBeLessThanOrEqual(most);
							}),
					);
					const { value: ends } = await clocked(async () => await Promise.allSettled(all));
					const other = ends.filter(
						(one) => one.status === 'rejected' && !(one.reason instanceof RangeError),
					);
					expect(other).toEqual([]);
					expect(started).toEqual(steps.map((_, id) => id));
				},
			),
			runs(40),
		);
	});
});
