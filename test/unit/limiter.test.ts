import { setTimeout as sleep } from 'node:timers/promises';

import fc from 'fast-check';

import { createLimiter, DEFAULT_BOUND } from '../../outbound/http/limiter';

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
	it('runs at most twenty at once unless told otherwise', async () => {
		expect(DEFAULT_BOUND).toBe(20);
		const { task, flight, finish, settle } = gates();
		const limiter = createLimiter();
		const all = Array.from({ length: 45 }, (_, id) => limiter.run(task(id)));
		await settle();
		expect(flight.now).toBe(20);
		while (flight.now > 0) await finish(20);
		await Promise.all(all);
		expect(flight.max).toBe(20);
	});

	it('starts in the order of coming, and hands on what a task gives', async () => {
		const { task, started, finish, settle } = gates();
		const limiter = createLimiter(2);
		const all = [0, 1, 2, 3, 4].map((id) => limiter.run(task(id)));
		await settle();
		expect(started).toEqual([0, 1]);
		for (let i = 0; i < 5; i += 1) await finish();
		expect(started).toEqual([0, 1, 2, 3, 4]);
		expect(await Promise.all(all)).toEqual([0, 1, 2, 3, 4]);
	});

	it('gives the place back when a task fails', async () => {
		const limiter = createLimiter(1);
		await expect(limiter.run(async () => await Promise.reject(new Error('no')))).rejects.toThrow(
			'no',
		);
		expect(await limiter.run(async () => await Promise.resolve(7))).toBe(7);
	});

	it('halves once for a burst of complaints, and never below one', () => {
		let now = 1_000;
		const limiter = createLimiter(10, () => now);
		limiter.slowDown(100);
		limiter.slowDown(100);
		limiter.slowDown(50);
		expect(limiter.limit).toBe(5);
		const limits = [5].concat(
			[1, 2, 3, 4].map(() => {
				now += 101;
				limiter.slowDown(100);
				return limiter.limit;
			}),
		);
		expect(limits).toEqual([5, 2, 1, 1, 1]);
	});

	it('counts complaints that ask for no wait one by one', () => {
		const limiter = createLimiter(8, () => 5);
		limiter.slowDown(0);
		limiter.slowDown(0);
		expect(limiter.limit).toBe(2);
	});

	it('starts nothing new during the pause, and goes on afterwards', async () => {
		jest.useFakeTimers({ doNotFake: ['setImmediate'] });
		const { task, started, finish, settle } = gates();
		const limiter = createLimiter(4);
		limiter.slowDown(400);
		const all = [0, 1, 2].map((id) => limiter.run(task(id)));
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
		limiter.slowDown(400);
		limiter.slowDown(5);
		void limiter.run(task(0));
		await jest.advanceTimersByTimeAsync(399);
		expect(started).toEqual([]);
		await jest.advanceTimersByTimeAsync(1);
		expect(started).toEqual([0]);
	});

	it('recovers one by one, after two rounds of answers without complaint', () => {
		let now = 0;
		const limiter = createLimiter(4, () => now);
		limiter.slowDown(10);
		now = 20;
		expect(limiter.limit).toBe(2);
		const limits = Array.from({ length: 20 }, () => {
			limiter.speedUp();
			return limiter.limit;
		});
		expect(limits).toEqual([2, 2, 2, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4]);
	});

	it('starts counting anew after a complaint', () => {
		let now = 0;
		const limiter = createLimiter(4, () => now);
		limiter.slowDown(0);
		for (let i = 0; i < 3; i += 1) limiter.speedUp();
		now = 1;
		limiter.slowDown(0);
		expect(limiter.limit).toBe(1);
		limiter.speedUp();
		expect(limiter.limit).toBe(1);
		limiter.speedUp();
		expect(limiter.limit).toBe(2);
	});

	it('lets a waiting task start when it recovers', async () => {
		const { task, started, settle } = gates();
		const limiter = createLimiter(2);
		limiter.slowDown(0);
		void limiter.run(task(0));
		void limiter.run(task(1));
		await settle();
		expect(started).toEqual([0]);
		limiter.speedUp();
		limiter.speedUp();
		await settle();
		expect(started).toEqual([0, 1]);
	});

	it('lets everything through once the execution is cancelled, pause or not', async () => {
		const controller = new AbortController();
		const { task, started } = gates();
		const limiter = createLimiter(2, Date.now, controller.signal);
		limiter.slowDown(60_000);
		void limiter.run(task(0));
		await sleep(10);
		expect(started).toEqual([]);
		controller.abort();
		while (started.length === 0) await sleep(1);
		expect(started).toEqual([0]);
		void limiter.run(task(1));
		await sleep(0);
		expect(started).toEqual([0]);
	});

	it('finishes any schedule, in order, within its bound', async () => {
		const step = fc.record({
			ms: fc.integer({ min: 0, max: 2 }),
			then: fc.constantFrom('fine' as const, 'slow' as const, 'fails' as const),
			pauseMs: fc.integer({ min: 0, max: 3 }),
		});
		await fc.assert(
			fc.asyncProperty(
				fc.integer({ min: 1, max: 6 }),
				fc.array(step, { maxLength: 25 }),
				async (bound, steps) => {
					const limiter = createLimiter(bound);
					const started: number[] = [];
					let running = 0;
					const all = steps.map(
						async ({ ms, then, pauseMs }, id) =>
							await limiter.run(async () => {
								running += 1;
								started.push(id);
								expect(running).toBeLessThanOrEqual(bound);
								if (ms > 0) await sleep(ms);
								running -= 1;
								if (then === 'slow') limiter.slowDown(pauseMs);
								if (then === 'fine') limiter.speedUp();
								if (then === 'fails') throw new RangeError('as planned');
								expect(limiter.limit).toBeGreaterThanOrEqual(1);
								expect(limiter.limit).toBeLessThanOrEqual(bound);
							}),
					);
					const ends = await Promise.allSettled(all);
					const other = ends.filter(
						(one) => one.status === 'rejected' && !(one.reason instanceof RangeError),
					);
					expect(other).toEqual([]);
					expect(started).toEqual(steps.map((_, id) => id));
				},
			),
			{ numRuns: 40 },
		);
	});
});
