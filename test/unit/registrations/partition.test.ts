import fc from 'fast-check';
import { partitioningWithBlocks } from '../../../outbound/registrations/blocks';
import { findingCover } from '../../../outbound/registrations/cover';
import { inOneGo } from '../../support/inOneGo';
import type { Cells } from '../../../outbound/registrations/matrix';
import { runs } from '../../support/runs';

const bits = (mask: number) => [0, 1, 2, 3, 4].filter((bit) => (mask >> bit) & 1);
const smallGrid = fc.array(fc.integer({ min: 0, max: 31 }), { minLength: 1, maxLength: 5 });

/** Tries every rectangle at the first cell not held yet: the true minimum, for tiny grids only. */
function fewest(rows: number[], bound: number, used = 0): number {
	const row = rows.findIndex((mask) => mask !== 0);
	if (row === -1) return Math.min(used, bound);
	if (used + 1 >= bound) return bound;
	const mask = rows[row] ?? 0;
	const corner = mask & -mask;
	for (let part = mask; part > 0; part = (part - 1) & mask) {
		if (!(part & corner)) continue;
		const able = rows.flatMap((other, at) => (at > row && (other & part) === part ? at : []));
		for (let choice = 0; choice < 1 << able.length; choice += 1) {
			const chosen = new Set([row, ...able.filter((_, at) => (choice >> at) & 1)]);
			const rest = rows.map((other, at) => (chosen.has(at) ? other ^ part : other));
			bound = fewest(rest, bound, used + 1);
		}
	}
	return bound;
}

describe('partitioningWithBlocks', () => {
	it('is at most one request above the true minimum on small grids', () => {
		fc.assert(
			fc.property(smallGrid, (masks) => {
				const found = inOneGo(partitioningWithBlocks(masks.map(bits), 5, () => 1)).length;
				expect(found - fewest(masks, found)).toBeLessThanOrEqual(1);
			}),
			runs(150),
		);
	});
});

describe('findingCover', () => {
	const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 5, maxLength: 5 });
	const total = (chosen: Iterable<number>, list: readonly number[]) =>
		[...chosen].reduce((sum, at) => sum + (list[at] ?? 0), 0);
	const covers = (cells: Cells, rows: Set<number>, columns: Set<number>) =>
		cells.every((list, row) => rows.has(row) || list.every((column) => columns.has(column)));

	it('holds every cell at the least weight there is', () => {
		fc.assert(
			fc.property(smallGrid, weights, weights, (masks, rowWeights, columnWeights) => {
				const cells = masks.map(bits);
				const height = rowWeights.slice(0, cells.length);
				const cover = inOneGo(findingCover(cells, height, columnWeights, Infinity));
				expect(covers(cells, new Set(cover.rows), new Set(cover.columns))).toBe(true);
				const cost = total(cover.rows, height) + total(cover.columns, columnWeights);
				for (let choice = 0; choice < 32; choice += 1) {
					const columns = new Set(bits(choice));
					const rows = cells.flatMap((list, row) =>
						list.every((column) => columns.has(column)) ? [] : row,
					);
					expect(cost).toBeLessThanOrEqual(total(rows, height) + total(columns, columnWeights));
				}
			}),
		);
	});

	it('falls back to all rows or all columns when it would take too long', () => {
		const cells = [[0], [0, 1], [1]];
		expect(inOneGo(findingCover(cells, [1, 1, 1], [1, 1], 0))).toEqual({
			rows: new Set(),
			columns: new Set([0, 1]),
		});
		expect(inOneGo(findingCover(cells, [1, 1, 1], [2, 2], 0))).toEqual({
			rows: new Set([0, 1, 2]),
			columns: new Set(),
		});
	});
});
