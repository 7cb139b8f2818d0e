import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';

import fc from 'fast-check';

import { inOrder } from '../../outbound/http/inOrder';
import { until } from '../support/until';
import { runs } from '../support/runs';

async function all<T>(results: AsyncIterable<T>): Promise<T[]> {
	const list: T[] = [];
	for await (const one of results) list.push(one);
	return list;
}

describe('work in order', () => {
	it('gives results in the order of the inputs, however long each takes', async () => {
		const durations = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 20 });
		await fc.assert(
			fc.asyncProperty(durations, fc.integer({ min: 1, max: 8 }), async (inputs, atOnce) => {
				let running = 0;
				let most = 0;
				const results = await all(
					inOrder(inputs, atOnce, async (ms, index) => {
						running += 1;
						most = Math.max(most, running);
						if (ms > 0) await sleep(ms);
						running -= 1;
						return index;
					}),
				);
				expect(results).toEqual(inputs.map((_, index) => index));
				expect(most).toBeLessThanOrEqual(atOnce);
			}),
			runs(50),
		);
	});

	it('keeps as many running as it may', async () => {
		const seen: number[] = [];
		let running = 0;
		await all(
			inOrder(new Array(20).fill(5), 10, async (ms: number) => {
				seen.push((running += 1));
				await sleep(ms);
				running -= 1;
			}),
		);
		expect(seen.slice(0, 10)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
		expect(Math.max(...seen)).toBe(10);
	});

	it('runs no further ahead of the reader than it may', async () => {
		const started: number[] = [];
		const work = async (input: number) => {
			started.push(input);
			return await Promise.resolve(input);
		};
		const results = inOrder([0, 1, 2, 3, 4, 5, 6, 7], 3, work, 3);
		await results.next();
		await turn();
		expect(started).toEqual([0, 1, 2, 3]);
		await results.next();
		await turn();
		expect(started).toEqual([0, 1, 2, 3, 4]);
	});

	it('lets no slow one hold the place of others', async () => {
		let release = (): void => {};
		const slow = new Promise<void>((resolve) => (release = resolve));
		let quick = 0;
		const inputs = Array.from({ length: 300 }, (_, index) => index);
		const reading = all(
			inOrder(inputs, 20, async (input) => {
				if (input % 30 === 0) await slow;
				else quick += 1;
				return input;
			}),
		);
		await until(() => quick === 290);
		release();
		expect(await reading).toEqual(inputs);
	});

	it('starts nothing more once the reader has stopped', async () => {
		let ended = 0;
		let started = 0;
		for await (const _ of inOrder([1, 2, 3, 4, 5, 6], 2, async () => {
			started += 1;
			await sleep(1);
			ended += 1;
		})) {
			break;
		}
		// The reader goes on only once all that was started has ended, so nothing can begin any more.
		expect(ended).toBe(started);
		expect(started).toBeLessThan(6);
	});

	it.each([Infinity, Number.NaN, 0, -3, 2.5])('ends with %p at once', async (atOnce) => {
		const work = async (input: number) => await Promise.resolve(input);
		expect(await all(inOrder([1, 2, 3], atOnce, work))).toEqual([1, 2, 3]);
	});

	it('does nothing where there is nothing', async () => {
		const work = jest.fn();
		expect(await all(inOrder([], 5, work))).toEqual([]);
		expect(work).not.toHaveBeenCalled();
	});

	it('hands each input with its index', async () => {
		const seen = await all(
			inOrder(['a', 'b'], 1, async (one, at) => await Promise.resolve([one, at])),
		);
		expect(seen).toEqual([
			['a', 0],
			['b', 1],
		]);
	});
});
