import type { Steps } from '../../http/turns';
import { dateText, UNKNOWN_DAY, type Day } from '../day';
import { changedParts } from './changedParts';
import type { Changes, Listed, Removed, WindowRead } from './change';
import type { Entry, SyncScope, SyncState } from './entry';
import { sortGone } from './gone';
import { matchingMoved, type Match } from './match';
import { pendingLeftWindow, removalsHeld, unreadableRows } from './notes';
import { compare, observing, type Observed } from './observe';
import { syncIdOf } from './syncId';

/**
 * What changed between the state and the window read now; without a state everything is added. Pure: the same
 * state and the same window give the same changes with the same IDs. Each step takes
 * a few milliseconds for 10,000 transactions.
 */
export function* findingChanges(state: SyncState | undefined, window: WindowRead): Steps<Changes> {
	const { transactions: listedNow, unreadable } =
		window.observed ?? (yield* observing(window.scope, window.rows));
	const known = new Map(state?.entries.map((entry) => [entry.key, entry]));
	const transactions = listedNow.filter(
		({ entry }) => known.has(entry.key) || isOurs(entry, window),
	);
	yield;
	const isEmpty = listedNow.length === 0 && unreadable === 0;
	const hold = reasonToHold(window, unreadable, isEmpty && !state?.wasEmpty);
	const kept = transactions.flatMap((now) => {
		const before = known.get(now.entry.key);
		known.delete(now.entry.key);
		return before ? [recognised(before, now)] : [];
	});
	yield;
	const keptKeys = new Set(kept.map(({ now }) => now.entry.key));
	const fresh = transactions.filter(({ entry }) => !keptKeys.has(entry.key));
	yield;
	// Only who is surely gone can have become another: what merely left the window is still at the bank.
	const absent = hold ? [] : sortGone([...known.values()], window).missing;
	const matches = [...kept, ...(yield* matchingMoved(absent, fresh))];
	for (const { before } of matches) known.delete(before.key);
	yield;
	const taken = new Set(matches.map(({ now }) => now));
	const gone = sortGone([...known.values()], window);
	// A list that may not be whole takes nothing out of the memory either.
	const staying = hold ? [...known.values()] : gone.later;
	const used = new Set([...matches.map(({ before }) => before), ...known.values()].map(syncIdIn));
	yield;
	const added = fresh.filter((now) => !taken.has(now)).map((now) => named(now, window.scope, used));
	yield;
	const continued = matches.map((match) => ({ ...match, entry: entryAfter(match) }));
	const entries = [
		...continued.map(({ entry }) => entry),
		...added.map(({ entry }) => entry),
		...staying,
	];
	yield;
	entries.sort((a, b) => a.day - b.day || compare(a.key, b.key));
	yield;
	const changed = continued.flatMap(({ before, now, entry, by, confidence }) => {
		const parts = changedParts(before, now.entry);
		return parts.length === 0 ? [] : [{ ...listed({ ...now, entry }), parts, by, confidence }];
	});
	yield;
	return {
		added: added.map(listed),
		changed,
		removed: (hold ? [] : gone.missing).map(removedOf),
		nextState: {
			run: (state?.run ?? 0) + 1,
			since: window.since,
			from: window.from,
			to: window.to,
			wholeTo: hold || isEmpty ? (state?.wholeTo ?? window.since) : window.to,
			wasEmpty: isEmpty,
			entries,
		},
		notes: [
			...(hold && gone.missing.length > 0 ? [removalsHeld(hold, gone.missing.length)] : []),
			...(unreadable > 0 ? [unreadableRows(unreadable)] : []),
			...(!hold && gone.pending > 0 ? [pendingLeftWindow(gone.pending)] : []),
		],
	};
}

function recognised(before: Entry, now: Observed): Match {
	return before.anonymous
		? { before, now, by: 'same content', confidence: 'high' }
		: { before, now, by: 'transaction ID', confidence: 'certain' };
}

function reasonToHold({ settled }: WindowRead, unreadable: number, isFirstEmpty: boolean) {
	if (isFirstEmpty) return 'empty';
	if (!settled) return 'unsettled';
	return unreadable > 0 ? 'unreadable' : undefined;
}

/** A new transaction under an ID that no other one of the account has. */
function named(now: Observed, scope: SyncScope, used: Set<string>): Observed {
	const { key, hint, day } = now.entry;
	let { syncId } = now.entry;
	for (let attempt = 1; used.has(syncId); attempt += 1) {
		syncId = syncIdOf(scope, key, hint && day, attempt);
	}
	used.add(syncId);
	return { ...now, entry: { ...now.entry, syncId } };
}

const syncIdIn = ({ syncId }: Entry) => syncId;

function entryAfter({ before, now }: { before: Entry; now: Observed }): Entry {
	return { ...now.entry, syncId: before.syncId };
}

function isOurs({ day }: Entry, { since }: WindowRead): boolean {
	return day === UNKNOWN_DAY || day >= since;
}

function listed({ entry: { syncId, day }, row, value }: Observed): Listed {
	return { syncId, syncDate: syncDate(day), row, value };
}

const syncDate = (day: Day) => (day === UNKNOWN_DAY ? null : dateText(day));

function removedOf({ syncId, day, hint }: Entry): Removed {
	return {
		syncId,
		syncDate: syncDate(day),
		wasPending: hint !== undefined,
		transactionId: hint?.transactionId ?? null,
	};
}
