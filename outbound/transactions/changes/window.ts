import type { Day } from '../day';
import type { SyncState } from './entry';
import { MARGIN_DAYS } from './gone';
import type { StartReason } from './start';

export interface WindowRules {
	/** Days before the last run in which changes are still noticed. */
	readonly overlapDays: number;
	/** Days to read where there is no state. */
	readonly firstDays: number;
	/** The longest window that is read to catch up, or to wait for a pending transaction. */
	readonly maxDays: number;
}

/** A month holds what banks post late; three are what most of them show at least. */
export const WINDOW_RULES: WindowRules = { overlapDays: 30, firstDays: 90, maxDays: 180 };

export interface WindowPlan {
	/** Transactions before this day are none of ours. */
	readonly since: Day;
	readonly from: Day;
	readonly to: Day;
	/** There where the state cannot be used. */
	readonly startAgain?: StartReason;
}

/**
 * The days to read: back to where the overlap of the last whole reading began and to the oldest transaction still pending, but
 * never before the last window, since what left it is no longer remembered.
 */
export function planWindow(
	state: SyncState | undefined,
	today: Day,
	rules: WindowRules = WINDOW_RULES,
): WindowPlan {
	const since = today - rules.firstDays;
	const first = { since, from: since - MARGIN_DAYS, to: today };
	if (!state) return first;
	if (state.to > today + 1) return { ...first, startAgain: 'from-the-future' };
	const to = Math.max(today, state.to);
	if (to - (state.to - rules.overlapDays) > rules.maxDays) {
		return { ...first, startAgain: 'too-old' };
	}
	const pending = state.entries.flatMap(({ hint, day }) => (hint ? day - 1 : []));
	const wanted = pending.reduce(
		(least, day) => Math.min(least, day),
		state.wholeTo - rules.overlapDays,
	);
	return { since: state.since, from: Math.max(wanted, state.from, to - rules.maxDays), to };
}
