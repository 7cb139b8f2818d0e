import type { Steps } from '../../http/turns';
import type { WindowRead } from './change';
import type { Entry } from './entry';
import { sortGone } from './gone';
import type { Known, Reading } from './looking';
import { matchingMoved, type Match } from './match';
import type { Observed } from './observe';

interface Recognised {
	readonly matches: readonly Match[];
	/** The transactions that the state does not know. */
	readonly fresh: readonly Observed[];
}

/**
 * Finds the transactions that the state knows, under the same ID or another, and takes them out of `known`: who
 * is left there is not listed.
 */
export function* recognising(
	known: Known,
	{ transactions, hold }: Reading,
	window: WindowRead,
): Steps<Recognised> {
	const kept = transactions.flatMap((now) => {
		const before = known.get(now.entry.key);
		known.delete(now.entry.key);
		return before ? [sameKey(before, now)] : [];
	});
	yield;
	const keptKeys = new Set(kept.map(({ now }) => now.entry.key));
	const unknown = transactions.filter(({ entry }) => !keptKeys.has(entry.key));
	yield;
	// Only who is surely gone can have become another: what merely left the window is still at the bank.
	const absent = hold ? [] : sortGone([...known.values()], window).missing;
	const moved = yield* matchingMoved(absent, unknown);
	for (const { before } of moved) known.delete(before.key);
	yield;
	const taken = new Set(moved.map(({ now }) => now));
	return { matches: [...kept, ...moved], fresh: unknown.filter((now) => !taken.has(now)) };
}

function sameKey(before: Entry, now: Observed): Match {
	return before.anonymous
		? { before, now, by: 'same content', confidence: 'high' }
		: { before, now, by: 'transaction ID', confidence: 'certain' };
}
