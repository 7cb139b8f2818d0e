import type { Steps } from '../http/turns';
import type { Cells } from './matrix';
import { connect, cutting, emptyNetwork } from './network';

export interface Cover {
	readonly rows: ReadonlySet<number>;
	readonly columns: ReadonlySet<number>;
}

/**
 * The cheapest choice of rows and columns that together hold every cell: a minimum cut between rows
 * and columns (Kőnig's theorem, weighted). What weighs nothing is chosen as a row. Past `workLimit`
 * pieces of work: all rows or all columns, whichever is cheaper. In steps.
 */
export function* findingCover(
	cells: Cells,
	rowWeights: readonly number[],
	columnWeights: readonly number[],
	workLimit: number,
): Steps<Cover> {
	const height = rowWeights.length;
	const source = height + columnWeights.length;
	const network = emptyNetwork(source + 2, source, source + 1);
	rowWeights.forEach((weight, row) => {
		if (weight > 0) connect(network, source, row, weight);
	});
	columnWeights.forEach((weight, column) => {
		if (weight > 0) connect(network, height + column, source + 1, weight);
	});
	cells.forEach((columns, row) =>
		columns.forEach((column) => connect(network, row, height + column, Infinity)),
	);
	yield;
	const reached = yield* cutting(network, workLimit);
	if (!reached) return plainCover(rowWeights, columnWeights);
	return {
		rows: new Set([...rowWeights.keys()].filter((row) => !reached(row))),
		columns: new Set([...columnWeights.keys()].filter((column) => reached(height + column))),
	};
}

function plainCover(rowWeights: readonly number[], columnWeights: readonly number[]): Cover {
	const sum = (weights: readonly number[]) => weights.reduce((total, weight) => total + weight, 0);
	return sum(rowWeights) <= sum(columnWeights)
		? { rows: new Set(rowWeights.keys()), columns: new Set() }
		: { rows: new Set(), columns: new Set(columnWeights.keys()) };
}
