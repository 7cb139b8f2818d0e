import type { Batch } from '../endpoints/batch';
import type { Client } from '../http/client';
import { requestRegistrations } from '../endpoints/registrations';
import type { Failure } from '../failure';
import { inOrder } from '../http/inOrder';
import { outcomeOf } from '../outcome';
import type { Pair } from './pairs';
import { splitBatch } from './segments';

export interface BatchResult {
	readonly pairs: readonly Pair[];
	/** Undefined where Flinks answered 2xx. */
	readonly failure: Failure | undefined;
}

/**
 * Refusals that halving may cure: an address too long for a server on the way, or one bad id among
 * many good ones, which must not take the others along. Flinks declares 400 only.
 */
const DIVISIBLE: ReadonlySet<number> = new Set([400, 404, 413, 414, 422, 431]);

/** Halvings in one execution; a list of nothing but bad ids must not become a request for each. */
const MOST_SPLITS = 64;

/** Sends the batches, a few at once, halving those that Flinks refuses as a whole. Never throws. */
export async function sendBatches(
	client: Client,
	batches: readonly Batch[],
): Promise<BatchResult[]> {
	let splitsLeft = MOST_SPLITS;

	async function send(batch: Batch): Promise<BatchResult[]> {
		const sent = await outcomeOf(async () => await requestRegistrations(client, batch));
		const failure = sent.kind === 'failed' ? sent.failure : undefined;
		const halves =
			failure && DIVISIBLE.has(failure.status ?? 0) && splitsLeft > 0 ? splitBatch(batch) : null;
		if (!halves) return [{ pairs: pairsOf(batch), failure }];
		splitsLeft -= 1;
		const [first, second] = halves;
		return [...(await send(first)), ...(await send(second))];
	}

	const results: BatchResult[] = [];
	for await (const sent of inOrder(batches, client.runtime.limiter.limit, send)) {
		results.push(...sent);
	}
	return results;
}

function pairsOf({ recipientIds, providerIds }: Batch): Pair[] {
	return recipientIds.flatMap((recipientId) =>
		providerIds.map((providerId) => ({ recipientId, providerId })),
	);
}
