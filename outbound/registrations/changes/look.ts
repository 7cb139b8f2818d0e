import { createHash } from 'node:crypto';
import { listRegistrations } from '../../endpoints/registrations';
import type { Client } from '../../http/client';
import { inTurns, mapInTurns } from '../../http/turns';
import type { Pair } from '../pairs';
import { comparing, vanished, type RegistrationChange } from './compare';
import { surelyGone } from './gone';
import { putSeen, type Seen, type SeenState } from './seen';

/** A change with an ID that is the same when it is reported again, after the state was not saved. */
export interface ReportedChange extends RegistrationChange {
	readonly changeId: string;
}

export interface Look {
	readonly next: SeenState;
	/** Those that were wanted. */
	readonly changes: readonly ReportedChange[];
}

/**
 * Lists the registrations and says what changed since the state; without one everything is `listed`.
 * @throws FlinksFailure where the list cannot be read; the state is then as good as before
 */
export async function lookForChanges(
	client: Client,
	state: SeenState | undefined,
	isWanted: (change: RegistrationChange) => boolean,
): Promise<Look> {
	const rows = await listRegistrations(client);
	const { seen, changes, missing } = await inTurns(comparing(state?.seen, rows));
	const before = state?.seen ?? new Map<string, Map<string, string>>();
	const isEmpty = rows.length === 0 && missing.length > 0;
	// Nothing at all is what a fault looks like too: it is believed when the next look says so again.
	const gone = isEmpty && !state?.wasEmpty ? [] : await surelyGone(client, missing);
	keepOthers(seen, before, missing, gone);
	const wanted = [...changes, ...gone.map((pair) => vanished(before, pair))].filter(isWanted);
	const batch = (state?.batch ?? 0) + (wanted.length > 0 ? 1 : 0);
	return {
		next: { batch, wasEmpty: isEmpty, seen },
		changes: await mapInTurns(wanted, (change) => ({
			...change,
			changeId: changeIdOf(batch, change),
		})),
	};
}

function keepOthers(
	seen: Seen,
	before: Seen,
	missing: readonly Pair[],
	gone: readonly Pair[],
): void {
	const isGone = new Set(gone);
	for (const pair of missing) {
		const status = before.get(pair.recipientId)?.get(pair.providerId);
		if (isGone.has(pair) || status === undefined) continue;
		putSeen(seen, pair.recipientId, pair.providerId, status);
	}
}

function changeIdOf(batch: number, change: RegistrationChange): string {
	const { kind, recipientId, providerId, previousStatus, status } = change;
	const parts = JSON.stringify([batch, kind, recipientId, providerId, previousStatus, status]);
	return createHash('sha256').update(parts).digest().subarray(0, 9).toString('base64url');
}
