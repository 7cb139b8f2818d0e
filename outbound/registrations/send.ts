import type { Batch } from '../endpoints/batch';
import { requestRegistrations } from '../endpoints/registrations';
import type { Failure } from '../failure';
import type { Client } from '../http/client';
import { inOrder } from '../http/inOrder';
import { outcomeOf } from '../outcome';
import type { Directory } from './directory';
import { pairsOf, type Pair } from './pairs';
import { splitBatch } from './segments';
import { createUnknownIds } from './unknownIds';

export interface BatchResult {
	readonly pairs: readonly Pair[];
	/** Undefined where Flinks answered with success. */
	readonly failure: Failure | undefined;
}

/** Refusals that one bad ID may cause, which must not take the good ones along. Flinks declares 400 only. */
const ABOUT_IDS: ReadonlySet<number> = new Set([400, 404, 422]);
/** Refusals that halving may cure: the address may be too long for a server on the way. */
const DIVISIBLE: ReadonlySet<number> = new Set([...ABOUT_IDS, 413, 414, 431]);

/** Halvings in one execution; a list of nothing but bad ids must not become a request for each. */
const MOST_SPLITS = 64;

/**
 * Sends the batches, a few at once. Where Flinks refuses one, the IDs that Flinks does not list are
 * taken out of it, and of all that follow; where that explains nothing, it is halved. Never throws.
 */
export async function sendBatches(
	client: Client,
	batches: readonly Batch[],
	directory: Directory,
): Promise<BatchResult[]> {
	const unknownIds = createUnknownIds(directory);
	let splitsLeft = MOST_SPLITS;

	async function send(batch: Batch): Promise<BatchResult[]> {
		const { rest, unknown } = unknownIds.sieve(batch);
		return rest ? [...unknown, ...(await sendOne(rest, true))] : [...unknown];
	}

	async function sendOne(batch: Batch, mayLookUp: boolean): Promise<BatchResult[]> {
		const sent = await outcomeOf(async () => await requestRegistrations(client, batch));
		if (sent.kind === 'done')
			return [{ pairs: pairsOf(batch.recipientIds, batch.providerIds), failure: undefined }];
		const { failure } = sent;
		const isDivisible = isAnswered(failure, DIVISIBLE);
		if (mayLookUp && isAnswered(failure, ABOUT_IDS) && (await unknownIds.learnFrom(batch))) {
			const { rest, unknown } = unknownIds.sieve(batch);
			return rest ? [...unknown, ...(await sendOne(rest, false))] : [...unknown];
		}
		const halves = isDivisible && splitsLeft > 0 ? splitBatch(batch) : null;
		if (!halves)
			return [
				{ pairs: pairsOf(batch.recipientIds, batch.providerIds), failure: shared(failure, batch) },
			];
		splitsLeft -= 1;
		const [first, second] = halves;
		return [...(await sendOne(first, false)), ...(await sendOne(second, false))];
	}

	const results: BatchResult[] = [];
	for await (const sent of inOrder(batches, client.runtime.limiter, send)) {
		for (const result of sent) results.push(result);
	}
	return results;
}

/** Throttling may come as 422 too; fewer IDs would not change it. */
function isAnswered({ status = 0, kind }: Failure, statuses: ReadonlySet<number>): boolean {
	return statuses.has(status) && kind !== 'rate-limited';
}

/** A refusal of many says nothing about each of them. */
function shared(failure: Failure, batch: Batch): Failure {
	const others = batch.recipientIds.length * batch.providerIds.length - 1;
	if (others === 0 || failure.ambiguous === true) return failure;
	const many = others === 1 ? '1 other registration' : `${others} other registrations`;
	return {
		...failure,
		remedy: `${failure.remedy} It was sent together with ${many}: which of them Flinks refuses is not known.`,
	};
}
