import { cheapestCover, type Cover } from './cover';
import { expand, groupAlike, transpose } from './matrix';
import type { Cells, Compressed, Cost, Rectangle } from './matrix';

/** Steps the exact cover may take before the plain choice of rows or columns is used. */
const WORK_LIMIT = 10_000_000;

/**
 * Cuts the cells into few rectangles: each is a chosen row's rest or a chosen column's rest, and
 * rests that turn out alike are one rectangle. Exact: every cell once, no other.
 */
export function partition(small: Compressed, cost: Cost): Rectangle[] {
	const columns = transpose(small.cells, small.columns.length);
	const expanded = (rectangle: Rectangle): Rectangle => ({
		rows: expand(small.rows, rectangle.rows),
		columns: expand(small.columns, rectangle.columns),
	});
	const rowWeights = small.cells.map((list, row) => cost(expanded({ rows: [row], columns: list })));
	const columnWeights = columns.map((list, column) =>
		cost(expanded({ rows: list, columns: [column] })),
	);
	const cover = cheapestCover(small.cells, rowWeights, columnWeights, WORK_LIMIT);
	const disjoint = cover.rows.size === 0 || cover.columns.size === 0;
	const choices = (disjoint ? [true] : [true, false]).map((rowFirst) =>
		stars(small.cells, columns, cover, rowFirst).map(expanded),
	);
	return cheapest(choices, cost);
}

/** The choice with the fewest POSTs; the first of equals. */
export function cheapest(choices: readonly Rectangle[][], cost: Cost): Rectangle[] {
	if (choices.length < 2) return choices[0] ?? [];
	const costs = choices.map((choice) => choice.reduce((sum, next) => sum + cost(next), 0));
	return choices[costs.indexOf(Math.min(...costs))] ?? [];
}

/** A cell held by both a chosen row and a chosen column goes to the row where `rowFirst`. */
function stars(cells: Cells, columns: Cells, cover: Cover, rowFirst: boolean): Rectangle[] {
	const rowRests = cells.map((list, row) =>
		cover.rows.has(row) ? list.filter((column) => rowFirst || !cover.columns.has(column)) : [],
	);
	const columnRests = columns.map((list, column) =>
		cover.columns.has(column) ? list.filter((row) => !rowFirst || !cover.rows.has(row)) : [],
	);
	return [
		...groupAlike(rowRests).map((rows) => ({ rows, columns: rowRests[rows[0] ?? 0] ?? [] })),
		...groupAlike(columnRests).map((group) => ({
			rows: columnRests[group[0] ?? 0] ?? [],
			columns: group,
		})),
	];
}
