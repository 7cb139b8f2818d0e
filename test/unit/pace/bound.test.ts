import fc from 'fast-check';

import { createBound, FIRST_LIMIT, type Bound } from '../../../outbound/http/pace/bound';
import { runs } from '../../support/runs';

/** A run against a server: whole rounds of requests, `took(limit)` ms each. Gives the limit after each. */
function rounds(bound: Bound, count: number, took: (limit: number, round: number) => number) {
	const limits: number[] = [];
	let now = 1_000;
	for (let round = 0; round < count; round += 1) {
		const { limit } = bound;
		const ms = took(limit, round);
		// Two rounds' worth: what was sent while a line is worked off does not count.
		for (let sent = 0; sent < 2 * Math.max(10, limit) && bound.limit === limit; sent += 1) {
			now += ms / limit;
			bound.answered(now, now + ms, true);
		}
		now += ms;
		limits.push(bound.limit);
	}
	return limits;
}

describe('the limit', () => {
	it('begins with twenty, or with less where that is the most', () => {
		expect(createBound(500).limit).toBe(FIRST_LIMIT);
		expect(createBound(3).limit).toBe(3);
	});

	it('grows fast to the most while answers stay as quick', () => {
		expect(rounds(createBound(500), 5, () => 300)).toEqual([60, 180, 500, 500, 500]);
	});

	it('does not grow where nothing waits for a place', () => {
		const bound = createBound(500);
		for (let sent = 0; sent < 1_000; sent += 1) bound.answered(sent, sent + 50, false);
		expect(bound.limit).toBe(FIRST_LIMIT);
	});

	it('halves once for what was refused together', () => {
		const bound = createBound(500);
		expect([1, 2, 3].map(() => bound.refused(100, 200))).toEqual(['news', 'together', 'together']);
		expect(bound.limit).toBe(FIRST_LIMIT / 2);
	});

	it('does not halve again before anything was answered, and does then', () => {
		const bound = createBound(500);
		bound.refused(100, 200);
		expect(bound.refused(300, 400)).toBe('again');
		bound.answered(500, 510, true);
		expect(bound.refused(520, 600)).toBe('news');
		expect(bound.limit).toBe(FIRST_LIMIT / 4);
	});

	it('adds a little at a time after a refusal, from the half', () => {
		const bound = createBound(100);
		bound.refused(0, 10);
		expect(rounds(bound, 4, () => 50)).toEqual([14, 18, 23, 28]);
	});

	it('halves when answers take longer, and keeps the half where that helps', () => {
		// A server with thirty workers, 100 ms each: whatever is more waits in line.
		const limits = rounds(createBound(500), 60, (limit) => 100 * Math.max(1, limit / 30));
		expect(Math.max(...limits)).toBe(60);
		const settled = limits.slice(10);
		expect(Math.min(...settled)).toBeGreaterThanOrEqual(20);
		expect(Math.max(...settled)).toBeLessThanOrEqual(60);
	});

	it('is given back where the half makes nothing quicker: the server is slower by itself', () => {
		const slower = (_: number, round: number) => (round < 3 ? 100 : 400);
		const limits = rounds(createBound(500), 8, slower);
		expect(limits.slice(2)).toEqual([500, 250, 500, 500, 500, 500]);
	});

	it('does not care for a few that are slow', () => {
		const bound = createBound(500);
		let now = 0;
		for (let sent = 0; sent < 3_000; sent += 1) {
			now += 1;
			bound.answered(now, now + (sent % 30 === 0 ? 5_000 : 100), true);
		}
		expect(bound.limit).toBe(500);
	});

	it('stays from 1 to the most, whatever comes', () => {
		const event = fc.record({
			kind: fc.constantFrom('answered' as const, 'refused' as const),
			after: fc.integer({ min: 0, max: 500 }),
			took: fc.integer({ min: 0, max: 10_000 }),
			times: fc.integer({ min: 1, max: 60 }),
			isBusy: fc.boolean(),
		});
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 1_000 }), fc.array(event), (most, events) => {
				const bound = createBound(most);
				const seen = new Set<number>();
				let now = 0;
				for (const { kind, after, took, times, isBusy } of events) {
					for (let i = 0; i < times; i += 1) {
						now += after;
						if (kind === 'answered') bound.answered(now - took, now, isBusy);
						else bound.refused(now - took, now);
						seen.add(bound.limit);
					}
				}
				const wrong = [...seen].filter((one) => !Number.isInteger(one) || one < 1 || one > most);
				expect(wrong).toEqual([]);
			}),
		);
	});

	it('finds any number of workers: never far below it, never twice as many for long', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 20, max: 200 }),
				fc.integer({ min: 10, max: 2_000 }),
				(workers, ms) => {
					const limits = rounds(
						createBound(1_000),
						80,
						(limit) => ms * Math.max(1, limit / workers),
					);
					const settled = limits.slice(40);
					expect(Math.min(...settled)).toBeGreaterThanOrEqual(workers / 2);
					expect(Math.max(...settled)).toBeLessThanOrEqual(workers * 2);
				},
			),
			runs(20),
		);
	});
});

describe('what another limit has found out', () => {
	const found = { limit: 400, leapsUpTo: Infinity, best: 100 };

	it('is what this one begins with, up to its own most', () => {
		expect(createBound(500, found).limit).toBe(400);
		expect(createBound(30, found).limit).toBe(30);
	});

	it('is handed on as it is now', () => {
		const bound = createBound(500);
		rounds(bound, 2, () => 300);
		expect(bound.found).toEqual({ limit: 180, leapsUpTo: Infinity, best: 300 });
	});

	it('holds where the first round is as quick', () => {
		expect(rounds(createBound(500, found), 1, () => 100)).toEqual([500]);
	});

	it('holds where the burst of the first round is up to three times as slow, and nothing more', () => {
		const slowAtFirst = (_: number, round: number) => (round === 0 ? 290 : 100);
		expect(rounds(createBound(1_000, found), 2, slowAtFirst)).toEqual([400, 1_000]);
	});

	it('leaves out a half limit that has not shown yet that it helps', () => {
		const bound = createBound(500, found);
		rounds(bound, 2, (_, round) => (round === 0 ? 100 : 1_000));
		expect(bound.limit).toBe(250);
		expect(bound.found).toEqual({ limit: 500, leapsUpTo: Infinity, best: 100 });
	});

	it('is given up where the first round is slower; the new times count then', () => {
		const bound = createBound(500, found);
		expect(rounds(bound, 3, () => 1_000)).toEqual([FIRST_LIMIT, 60, 180]);
	});

	it('is given up where the first word is a refusal', () => {
		const bound = createBound(500, found);
		bound.refused(100, 200);
		expect(bound.limit).toBe(FIRST_LIMIT / 2);
	});

	it('was seen to hold: a slow round after that halves the limit', () => {
		const bound = createBound(500, found);
		expect(rounds(bound, 2, (_, round) => (round === 0 ? 100 : 1_000))).toEqual([500, 250]);
	});
});
