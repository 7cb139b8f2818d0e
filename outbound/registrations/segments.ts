import { joinSegment, type Batch } from '../endpoints/batch';

/** Characters the id takes in a path segment. */
export function encodedLength(id: string): number {
	return encodeURIComponent(id).length;
}

/**
 * Cuts a list of encoded lengths into runs whose joined segment stays within `limit` characters;
 * returns where each run starts. One id longer than the limit gets a run of its own.
 */
export function runStarts(lengths: readonly number[], limit: number): number[] {
	const starts: number[] = [];
	let used = Infinity;
	lengths.forEach((length, index) => {
		if (used + 1 + length > limit) {
			starts.push(index);
			used = length;
		} else {
			used += 1 + length;
		}
	});
	return starts;
}

/**
 * Two batches that hold the same pairs, with the longer segment halved: for a server that found the
 * address too long. `null` when a single pair is left, which cannot be made shorter.
 */
export function splitBatch(batch: Batch): [Batch, Batch] | null {
	const { recipientIds, providerIds } = batch;
	if (recipientIds.length < 2 && providerIds.length < 2) return null;
	const recipientsLonger =
		joinSegment(recipientIds).length >= joinSegment(providerIds).length
			? recipientIds.length > 1
			: providerIds.length < 2;
	if (recipientsLonger) {
		const [first, second] = halves(recipientIds);
		return [
			{ recipientIds: first, providerIds },
			{ recipientIds: second, providerIds },
		];
	}
	const [first, second] = halves(providerIds);
	return [
		{ recipientIds, providerIds: first },
		{ recipientIds, providerIds: second },
	];
}

function halves(ids: readonly string[]): [string[], string[]] {
	const middle = Math.ceil(ids.length / 2);
	return [ids.slice(0, middle), ids.slice(middle)];
}
