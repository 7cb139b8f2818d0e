import { createTurns, inTurns, mapInTurns } from '../../outbound/http/turns';
import { inOneGo } from '../support/inOneGo';

/** A clock that goes on by `stepMs` with each piece of work, and counts how many pieces each turn held. */
function worldOf(stepMs: number) {
	let now = 0;
	const pieces = [0];
	const turns = createTurns(
		() => now,
		async () => {
			await new Promise(setImmediate);
			pieces.push(0);
		},
	);
	const work = (): void => {
		now += stepMs;
		pieces[pieces.length - 1] = (pieces.at(-1) ?? 0) + 1;
	};
	/** While nothing is done. */
	const idle = async (ms: number) => {
		now += ms;
		await new Promise(setImmediate);
		await new Promise(setImmediate);
	};
	return { turns, work, idle, pieces };
}

describe('turns of the event loop', () => {
	it('come after 15 ms of work, however many pieces there are', async () => {
		const { turns, work, pieces } = worldOf(1);
		await mapInTurns(Array.from({ length: 10_000 }), work, turns);
		expect(pieces.reduce((sum, count) => sum + count)).toBe(10_000);
		expect(Math.max(...pieces)).toBe(15);
	});

	it('keep the order, and give what the work gives', async () => {
		const { turns, work } = worldOf(4);
		const doubled = await mapInTurns(
			[3, 1, 2],
			(one) => {
				work();
				return one * 2;
			},
			turns,
		);
		expect(doubled).toEqual([6, 2, 4]);
	});

	it('are shared: several works at once have no more time than one', async () => {
		const { turns, work, pieces } = worldOf(1);
		const inputs = Array.from({ length: 200 });
		await Promise.all([1, 2, 3, 4].map(async () => await mapInTurns(inputs, work, turns)));
		expect(pieces.reduce((sum, count) => sum + count)).toBe(800);
		// What each of the four does between a question and the next is one piece.
		expect(Math.max(...pieces)).toBeLessThanOrEqual(15 + 4);
	});

	it('do not come for time in which nothing was done', async () => {
		const { turns, idle } = worldOf(1);
		expect(turns.isDue()).toBe(false);
		await idle(1_000);
		expect(turns.isDue()).toBe(false);
	});

	it('pass an error of the work on', async () => {
		const { turns } = worldOf(1);
		const fails = mapInTurns(
			[1],
			() => {
				throw new RangeError('no');
			},
			turns,
		);
		await expect(fails).rejects.toThrow('no');
	});
});

describe('work in steps', () => {
	function* steps(work: () => void): Generator<undefined, string, undefined> {
		for (let step = 0; step < 100; step += 1) {
			yield;
			work();
		}
		return 'done';
	}

	it('comes to the same in turns and in one go', async () => {
		const { turns, work, pieces } = worldOf(1);
		expect(await inTurns(steps(work), turns)).toBe('done');
		expect(Math.max(...pieces)).toBe(15);
		expect(inOneGo(steps(() => {}))).toBe('done');
	});
});
