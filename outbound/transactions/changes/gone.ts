import { UNKNOWN_DAY } from '../day';
import type { WindowRead } from './change';
import type { Entry } from './entry';

/** A bank may leave out the first day that it was asked for, so nothing is concluded from its absence. */
export const MARGIN_DAYS = 1;

/** Who is not listed: missing, too early to tell (its day is after the window), or out of sight by now. */
export function sortGone(gone: readonly Entry[], { from, to }: WindowRead) {
	const forgotten = gone.filter(({ day }) => day === UNKNOWN_DAY || day < from + MARGIN_DAYS);
	return {
		missing: gone.filter(({ day }) => day >= from + MARGIN_DAYS && day <= to),
		later: gone.filter(({ day }) => day > to),
		pending: forgotten.filter(({ hint }) => hint !== undefined).length,
	};
}
