import type { Steps } from '../http/turns';
import { pairKey, type Pair } from './pairs';
import { UNKNOWN } from '../model/reading';
import type { Registration } from '../model/types';
import { isActive } from './registration';
import { parseTimestamp } from './timestamps';

/** What Flinks reports for each pair, found by pair in one step. */
export interface RegistrationIndex {
	readonly get: (pair: Pair) => Registration | undefined;
	/** Whether a row whose IDs cannot be read may be the one of this pair. */
	readonly mayHold: (pair: Pair) => boolean;
}

/**
 * Indexes the rows by pair. Of several rows for one pair the active one counts, then the one requested
 * last, so that an old refused request cannot hide a newer one. In steps of one row.
 */
export function* indexing(rows: Iterable<Registration>): Steps<RegistrationIndex> {
	const byKey = new Map<string, Registration>();
	const odd = new Set<string>();
	for (const row of rows) {
		yield;
		const { client_id: recipient, provider_id: provider } = row;
		if (recipient === UNKNOWN || provider === UNKNOWN) odd.add(pairKey(recipient, provider));
		const key = pairKey(row.client_id, row.provider_id);
		const known = byKey.get(key);
		if (!known || outranks(row, known)) byKey.set(key, row);
	}
	return {
		get: ({ recipientId, providerId }) => byKey.get(pairKey(recipientId, providerId)),
		mayHold: ({ recipientId, providerId }) =>
			odd.size > 0 &&
			[pairKey(recipientId, UNKNOWN), pairKey(UNKNOWN, providerId), pairKey(UNKNOWN, UNKNOWN)].some(
				(key) => odd.has(key),
			),
	};
}

function outranks(row: Registration, known: Registration): boolean {
	if (isActive(row) !== isActive(known)) return isActive(row);
	return (
		(parseTimestamp(row.requested_on) ?? -Infinity) >=
		(parseTimestamp(known.requested_on) ?? -Infinity)
	);
}
