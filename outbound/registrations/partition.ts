import type { Steps } from '../http/turns';
import { findingCover, type Cover } from './cover';
import { expand, groupAlike, transpose } from './matrix';
import type { Cells, Compressed, Cost, Rectangle } from './matrix';

/** Steps the exact cover may take before the plain choice of rows or columns is used. */
const WORK_LIMIT = 10_000_000;

/**
 * Cuts the cells into few rectangles: each is a chosen row's rest or a chosen column's rest, and
 * rests that turn out alike are one rectangle. Exact: every cell once, no other. In steps.
 */
export function* partitioning(small: Compressed, cost: Cost): Steps<Rectangle[]> {
	const columns = transpose(small.cells, small.columns.length);
	const expanded = (rectangle: Rectangle): Rectangle => ({
		rows: expand(small.rows, rectangle.rows),
		columns: expand(small.columns, rectangle.columns),
	});
	const tied = small.cells.map((list) => (isAlone(list, columns) ? [] : list));
	const rowWeights = tied.map((list, row) =>
		list.length === 0 ? 0 : cost(expanded({ rows: [row], columns: list })),
	);
	const columnWeights = columns.map((list, column) =>
		tied[list[0] ?? 0]?.length === 0 ? 0 : cost(expanded({ rows: list, columns: [column] })),
	);
	yield;
	const cover = yield* findingCover(tied, rowWeights, columnWeights, WORK_LIMIT);
	yield;
	return stars(small.cells, columns, cover).map(expanded);
}

/** A row and a column that meet each other and nothing else: no choice, so not worth weighing. */
function isAlone(list: readonly number[], columns: Cells): boolean {
	return list.length === 1 && columns[list[0] ?? 0]?.length === 1;
}

/** The choice with the fewest POSTs; the first of equals. */
export function cheapest(choices: readonly Rectangle[][], cost: Cost): Rectangle[] {
	const costs = choices.map((choice) => choice.reduce((sum, next) => sum + cost(next), 0));
	return choices[costs.indexOf(Math.min(...costs))] ?? [];
}

/** A cell held by both a chosen row and a chosen column goes to the row. */
function stars(cells: Cells, columns: Cells, cover: Cover): Rectangle[] {
	const rowRests = cells.map((list, row) => (cover.rows.has(row) ? list : []));
	const columnRests = columns.map((list, column) =>
		cover.columns.has(column) ? list.filter((row) => !cover.rows.has(row)) : [],
	);
	return [
		...groupAlike(rowRests).map((rows) => ({ rows, columns: rowRests[rows[0] ?? 0] ?? [] })),
		...groupAlike(columnRests).map((group) => ({
			rows: columnRests[group[0] ?? 0] ?? [],
			columns: group,
		})),
	];
}
