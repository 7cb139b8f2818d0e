import type { Batch } from '../endpoints/batch';
import type { Steps } from '../http/turns';
import { partitioningWithBlocks } from './blocks';
import type { Cells, Rectangle } from './matrix';
import type { Pair } from './pairs';
import { encodedLength, runStarts } from './segments';

/** What common servers accept for one path segment. */
export const DEFAULT_MAX_SEGMENT_LENGTH = 255;

export interface PlanOptions {
	/** Characters of a percent-encoded, comma-joined path segment; one longer id still gets its own. */
	readonly maxSegmentLength?: number;
}

/**
 * Covers the asked pairs by few POSTs: their recipients x providers are exactly those pairs, each once,
 * none that nobody asked for. Ordered by first appearance; the same input gives the same plan.
 * The fewest possible is an NP-hard question; this is a close, near-linear answer.
 * In steps, each a few milliseconds for 10,000 pairs.
 */
export function* planning(pairs: Iterable<Pair>, options: PlanOptions = {}): Steps<Batch[]> {
	const limit = limitOf(options.maxSegmentLength);
	const { recipientIds, providerIds, cells } = index(pairs);
	yield;
	const recipientLengths = recipientIds.map(encodedLength);
	const providerLengths = providerIds.map(encodedLength);
	const runs = (lengths: readonly number[], positions: readonly number[]) =>
		runStarts(
			positions.map((position) => lengths[position] ?? 0),
			limit,
		);
	const count = (lengths: readonly number[], positions: readonly number[]) =>
		positions.length === 1 ? 1 : runs(lengths, positions).length;
	const cost = ({ rows, columns }: Rectangle) =>
		count(recipientLengths, rows) * count(providerLengths, columns);
	const idRuns = (
		ids: readonly string[],
		lengths: readonly number[],
		positions: readonly number[],
	) => {
		const starts = runs(lengths, positions);
		return starts.map((start, run) =>
			positions.slice(start, starts[run + 1]).map((position) => ids[position] ?? ''),
		);
	};
	const rectangles = yield* partitioningWithBlocks(cells, providerIds.length, cost);
	return rectangles.sort(byAppearance).flatMap(({ rows, columns }) => {
		const providerRuns = idRuns(providerIds, providerLengths, columns);
		return idRuns(recipientIds, recipientLengths, rows).flatMap((recipients) =>
			providerRuns.map((providers) => ({ recipientIds: recipients, providerIds: providers })),
		);
	});
}

/** With anything else than a length, no ID would fit and nothing be requested. */
function limitOf(length: number | undefined): number {
	const isLength = length !== undefined && Number.isFinite(length) && length >= 1;
	return isLength ? length : DEFAULT_MAX_SEGMENT_LENGTH;
}

function byAppearance(a: Rectangle, b: Rectangle): number {
	return (a.rows[0] ?? 0) - (b.rows[0] ?? 0) || (a.columns[0] ?? 0) - (b.columns[0] ?? 0);
}

function index(pairs: Iterable<Pair>): {
	recipientIds: string[];
	providerIds: string[];
	cells: Cells;
} {
	const asked = new Map<string, number[]>();
	const providers = new Map<string, number>();
	for (const { recipientId, providerId } of pairs) {
		const column = providers.get(providerId) ?? providers.size;
		providers.set(providerId, column);
		const columns = asked.get(recipientId);
		if (columns) columns.push(column);
		else asked.set(recipientId, [column]);
	}
	return {
		recipientIds: [...asked.keys()],
		providerIds: [...providers.keys()],
		cells: [...asked.values()].map(ascendingOnce),
	};
}

function ascendingOnce(positions: number[]): number[] {
	return positions.sort((a, b) => a - b).filter((one, at) => one !== positions[at - 1]);
}
