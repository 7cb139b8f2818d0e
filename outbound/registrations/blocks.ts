import type { Steps } from '../http/turns';
import { compress, expand, transpose, without } from './matrix';
import type { Cells, Compressed, Cost, Rectangle } from './matrix';
import { cheapest, partitioning } from './partition';

/** Above this many compressed cells the search would cost more time than it saves requests. */
const CELL_LIMIT = 600;
const SEED_LIMIT = 24;
const ROUND_LIMIT = 12;

/**
 * A partition, improved where the grid is small: whole blocks that rows and columns have in common are
 * taken out one after the other, as long as the rest then needs fewer POSTs. In steps, since hundreds of
 * pairs without order take a quarter of a second.
 */
export function* partitioningWithBlocks(
	cells: Cells,
	width: number,
	cost: Cost,
): Steps<Rectangle[]> {
	let small = compress(cells, width);
	yield;
	let best = yield* partitioning(small, cost);
	const taken: Rectangle[] = [];
	let rest = cells;
	for (let round = 0; round < ROUND_LIMIT; round += 1) {
		const blocks = commonBlocks(small);
		if (blocks.length === 0) break;
		const tried: Rectangle[][] = [];
		for (const block of blocks) {
			yield;
			const others = yield* partitioning(compress(without(rest, block), width), cost);
			tried.push([...taken, block, ...others]);
		}
		yield;
		const chosen = cheapest(tried, cost);
		const block = chosen[taken.length];
		if (!block) break;
		best = cheapest([best, chosen], cost);
		taken.push(block);
		rest = without(rest, block);
		small = compress(rest, width);
	}
	return best;
}

/** Largest blocks first: for each row, and each two rows, every column they share with all such rows. */
function commonBlocks(small: Compressed): Rectangle[] {
	const size = small.cells.reduce((sum, list) => sum + list.length, 0);
	if (size > CELL_LIMIT) return [];
	const columns = transpose(small.cells, small.columns.length).map((list) => new Set(list));
	const blocks = new Map<string, Rectangle>();
	small.cells.forEach((first, row) =>
		small.cells.slice(row).forEach((second) => {
			const inSecond = new Set(second);
			const shared = first.filter((column) => inSecond.has(column));
			if (shared.length === 0) return;
			const rows = small.cells.flatMap((_, other) =>
				shared.every((column) => columns[column]?.has(other)) ? other : [],
			);
			blocks.set(shared.join(), { rows, columns: shared });
		}),
	);
	return [...blocks.values()]
		.sort((a, b) => weight(b) - weight(a))
		.slice(0, SEED_LIMIT)
		.map(({ rows, columns: shared }) => ({
			rows: expand(small.rows, rows),
			columns: expand(small.columns, shared),
		}));
}

/** A block saves what its shorter side held; its area decides between equals. */
function weight({ rows, columns }: Rectangle): number {
	return Math.min(rows.length, columns.length) * 1e6 + rows.length * columns.length;
}
