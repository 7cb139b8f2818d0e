import type { Steps } from '../../http/turns';
import { UNKNOWN_DAY } from '../day';
import type { WindowRead } from './change';
import type { Entry, SyncState } from './entry';
import type { HeldBecause } from './notes';
import { observing, type Observed } from './observe';

/** What the state holds, by key. */
export type Known = Map<string, Entry>;

/** What a window shows, and what may be concluded from it. */
export interface Reading {
	/** Those that the state knows, and those that are not older than all it is about. */
	readonly transactions: readonly Observed[];
	/** How many rows hold no transaction that can be read. */
	readonly unreadable: number;
	readonly isEmpty: boolean;
	/** Why nothing follows from what is not listed; undefined where it does. */
	readonly hold: HeldBecause | undefined;
}

/** Takes the window apart, unless that is done already, and asks whether its list can be whole. */
export function* looking(
	state: SyncState | undefined,
	window: WindowRead,
	known: ReadonlyMap<string, Entry>,
): Steps<Reading> {
	const { transactions: listedNow, unreadable } =
		window.observed ?? (yield* observing(window.scope, window.rows));
	const transactions = listedNow.filter(
		({ entry }) => known.has(entry.key) || isOurs(entry, window),
	);
	yield;
	const isEmpty = listedNow.length === 0 && unreadable === 0;
	const hold = reasonToHold(window, unreadable, isEmpty && !state?.wasEmpty);
	return { transactions, unreadable, isEmpty, hold };
}

function isOurs({ day }: Entry, { since }: WindowRead): boolean {
	return day === UNKNOWN_DAY || day >= since;
}

function reasonToHold(
	{ settled }: WindowRead,
	unreadable: number,
	isFirstEmpty: boolean,
): HeldBecause | undefined {
	if (isFirstEmpty) return 'empty';
	if (!settled) return 'unsettled';
	return unreadable > 0 ? 'unreadable' : undefined;
}
