import type { FetchPage } from '../../../outbound/http/pages';
import { readChanges } from '../../../outbound/transactions/changes/readChanges';
import { readWindow } from '../../../outbound/transactions/changes/readWindow';
import { DAYS, listed, SCOPE, stateAfter } from './support';

const sample = (nth: number) => ({ id: `t${nth}`, on: '2026-01-10', amount: nth });
const rowsOf = (...numbers: number[]) => numbers.map((nth) => listed(sample(nth)));

interface Scripted {
	readonly rows: readonly unknown[];
	readonly total?: number;
}

/** Each reading gives the pages of the next script, the last one for ever; counts the requests. */
function scripted(...readings: ReadonlyArray<readonly Scripted[]>) {
	const counted = { requests: 0, readings: 0 };
	const list = (): FetchPage<unknown> => {
		const pages = readings[Math.min(counted.readings, readings.length - 1)] ?? [];
		counted.readings += 1;
		return async ({ offset }) => {
			counted.requests += 1;
			const at = Number(offset ?? 0);
			const { rows, total } = pages[at] ?? { rows: [] };
			const nextOffset = at + 1 < pages.length ? String(at + 1) : undefined;
			return await Promise.resolve({ rows, nextOffset, ...(total === undefined ? {} : { total }) });
		};
	};
	return { list, counted };
}

const days = { scope: SCOPE, ...DAYS };
const state = stateAfter([sample(1), sample(2), sample(3)]);

describe('reading a window', () => {
	it('reads one page once, whatever it lists', async () => {
		const { list, counted } = scripted([{ rows: rowsOf(1) }]);
		await expect(readWindow(list, days, state)).resolves.toMatchObject({ settled: true });
		expect(counted.requests).toBe(1);
	});

	it('reads several pages once where the count of the bank agrees', async () => {
		const { list, counted } = scripted([
			{ rows: rowsOf(1, 2), total: 3 },
			{ rows: rowsOf(3), total: 3 },
		]);
		await expect(readWindow(list, days, state)).resolves.toMatchObject({ settled: true });
		expect(counted.requests).toBe(2);
	});

	it('reads several pages twice where the bank does not count', async () => {
		const { list, counted } = scripted([{ rows: rowsOf(1, 2) }, { rows: rowsOf(3) }]);
		await expect(readWindow(list, days, state)).resolves.toMatchObject({ settled: true });
		expect(counted).toEqual({ requests: 4, readings: 2 });
	});

	it.each([
		[
			'a transaction came twice',
			[
				{ rows: rowsOf(1, 2), total: 4 },
				{ rows: rowsOf(2, 3), total: 4 },
			],
		],
		[
			'one is gone',
			[
				{ rows: rowsOf(1), total: 2 },
				{ rows: rowsOf(3), total: 2 },
			],
		],
		[
			'the count changed',
			[
				{ rows: rowsOf(1, 2), total: 3 },
				{ rows: rowsOf(3), total: 4 },
			],
		],
	])('reads again where %s', async (_, torn) => {
		const whole = [
			{ rows: rowsOf(1, 2), total: 3 },
			{ rows: rowsOf(3), total: 3 },
		];
		const { list, counted } = scripted(torn, whole);
		const { rows, settled } = await readWindow(list, days, state);
		expect({ rows, settled }).toEqual({ rows: rowsOf(1, 2, 3), settled: true });
		expect(counted.readings).toBe(2);
	});

	it('believes that one is gone when it is gone twice', async () => {
		const { list, counted } = scripted([
			{ rows: rowsOf(1), total: 2 },
			{ rows: rowsOf(3), total: 2 },
		]);
		await expect(readWindow(list, days, state)).resolves.toMatchObject({ settled: true });
		expect(counted.readings).toBe(2);
	});

	it('says so where the list never settles, and takes nothing away', async () => {
		const torn = Array.from({ length: 9 }, (_, nth) => [
			{ rows: rowsOf(10 + nth) },
			{ rows: rowsOf(1) },
		]);
		const { list, counted } = scripted(...torn);
		await expect(readWindow(list, days, state)).resolves.toMatchObject({ settled: false });
		expect(counted.readings).toBe(4);
		const { removed, notes } = await readChanges(list, SCOPE, { kind: 'state', state }, DAYS.to);
		expect(removed).toEqual([]);
		expect(notes).toMatchObject([{ kind: 'removals-held' }]);
	});
});

describe('reading changes', () => {
	it.each(['malformed', 'other-account'] as const)(
		'names a state that is %s and starts again',
		async (reason) => {
			const { list } = scripted([{ rows: rowsOf(1) }]);
			const read = await readChanges(list, SCOPE, { kind: 'none', reason }, DAYS.to);
			expect(read).toMatchObject({ started: reason, since: '2025-11-02', added: [{}] });
			expect(read.startedText).toContain('2025-11-02');
		},
	);

	it('says nothing of a start the first time but that it is one', async () => {
		const { list } = scripted([{ rows: rowsOf(1) }]);
		const read = await readChanges(list, SCOPE, { kind: 'none', reason: 'first-time' }, DAYS.to);
		expect(read.started).toBe('first-time');
		expect(read.startedText).toBeUndefined();
	});

	it('goes on from a good state', async () => {
		const { list } = scripted([{ rows: rowsOf(1, 2, 3) }]);
		const read = await readChanges(list, SCOPE, { kind: 'state', state }, DAYS.to);
		expect(read).toMatchObject({ added: [], changed: [], removed: [], notes: [] });
		expect(read.started).toBeUndefined();
	});

	it('starts again where the state is too old', async () => {
		const { list } = scripted([{ rows: rowsOf(1) }]);
		const read = await readChanges(list, SCOPE, { kind: 'state', state }, DAYS.to + 200);
		expect(read.started).toBe('too-old');
	});
});
