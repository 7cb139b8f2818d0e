import type { Steps } from '../../http/turns';
import { UNKNOWN } from '../../model/reading';
import type { Registration } from '../../model/types';
import type { Pair } from '../pairs';
import { indexing } from '../reconcile';
import { statusOf } from '../registration';
import { CAME_LATER, putSeen, THERE_AT_FIRST, type Seen } from './seen';

/** `listed` was there when the trigger began. */
export type ChangeKind = 'listed' | 'new' | 'statusChanged' | 'vanished';

export interface RegistrationChange extends Pair {
	readonly kind: ChangeKind;
	/** Null where there was none, or none that could be read. */
	readonly previousStatus: string | null;
	/** Null where it vanished. */
	readonly status: string | null;
	/** Undefined where it vanished. */
	readonly registration: Registration | undefined;
}

export interface Compared {
	readonly seen: Seen;
	readonly changes: readonly RegistrationChange[];
	/** Seen before, not listed now, and in no row whose IDs cannot be read. */
	readonly missing: readonly Pair[];
}

/**
 * What is different now; where nothing was seen before, each registration is a change. Pure, and linear in what
 * is listed and what was seen; in steps of one row.
 */
export function* comparing(
	before: Seen | undefined,
	rows: readonly Registration[],
): Steps<Compared> {
	const index = yield* indexing(rows);
	const seen: Seen = new Map();
	const changes: RegistrationChange[] = [];
	for (const registration of rows) {
		yield;
		const pair = pairOf(registration);
		const isOdd = pair.recipientId === UNKNOWN || pair.providerId === UNKNOWN;
		if (isOdd || index.get(pair) !== registration) continue;
		const status = statusOf(registration);
		const known = before?.get(pair.recipientId)?.get(pair.providerId);
		const unread = known ?? (before ? CAME_LATER : THERE_AT_FIRST);
		putSeen(seen, pair.recipientId, pair.providerId, status === UNKNOWN ? unread : status);
		const kind = kindOf(before, known, status);
		if (!kind) continue;
		changes.push({ ...pair, kind, previousStatus: readable(known), status, registration });
	}
	const missing: Pair[] = [];
	for (const [recipientId, own] of before ?? []) {
		for (const [providerId, status] of own) {
			yield;
			if (seen.get(recipientId)?.has(providerId)) continue;
			// Kept until it is known to be gone.
			if (index.mayHold({ recipientId, providerId }))
				putSeen(seen, recipientId, providerId, status);
			else missing.push({ recipientId, providerId });
		}
	}
	return { seen, changes, missing };
}

/** A status that cannot be read is no change, and neither is the first one that can of what was there before. */
function kindOf(
	before: Seen | undefined,
	known: string | undefined,
	status: string,
): ChangeKind | undefined {
	if (!before) return 'listed';
	if (known === undefined) return 'new';
	const isChange = status !== UNKNOWN && status !== known && known !== THERE_AT_FIRST;
	return isChange ? 'statusChanged' : undefined;
}

/** A registration that is not there any more, as a change. */
export function vanished(before: Seen, pair: Pair): RegistrationChange {
	const known = before.get(pair.recipientId)?.get(pair.providerId);
	const { recipientId, providerId } = pair;
	return {
		recipientId,
		providerId,
		kind: 'vanished',
		previousStatus: readable(known),
		status: null,
		registration: undefined,
	};
}

function readable(known: string | undefined): string | null {
	return known === undefined || known === THERE_AT_FIRST || known === CAME_LATER ? null : known;
}

function pairOf({ client_id: recipientId, provider_id: providerId }: Registration): Pair {
	return { recipientId, providerId: String(providerId) };
}
