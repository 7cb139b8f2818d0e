import { dateText, UNKNOWN_DAY, type Day } from '../day';
import type { Changed, Listed, Removed } from './change';
import { changedParts } from './changedParts';
import type { Entry } from './entry';
import type { Match } from './match';
import type { Observed } from './observe';

/** A match with what is remembered of it from now on. */
export interface Continued extends Match {
	readonly entry: Entry;
}

export function listed({ entry: { syncId, day }, row, value }: Observed): Listed {
	return { syncId, syncDate: syncDate(day), row, value };
}

/** None where everything is as it was. */
export function changedIn({ before, now, entry, by, confidence }: Continued): Changed[] {
	const parts = changedParts(before, now.entry);
	return parts.length === 0 ? [] : [{ ...listed({ ...now, entry }), parts, by, confidence }];
}

export function removedOf({ syncId, day, hint }: Entry): Removed {
	return {
		syncId,
		syncDate: syncDate(day),
		wasPending: hint !== undefined,
		transactionId: hint?.transactionId ?? null,
	};
}

const syncDate = (day: Day) => (day === UNKNOWN_DAY ? null : dateText(day));
