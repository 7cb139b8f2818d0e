/** The moments at which requests may start, one after the other; times are epoch ms. */
export interface Slots {
	/** When the next one may start. */
	readonly nextAt: number;
	/** One starts now; the next may `everyMs` later. */
	take(now: number, everyMs: number): void;
}

/**
 * @param catchUpMs how much of a late start the next one may make up for; with none, two starts are
 * never closer than they should be
 */
export function createSlots(catchUpMs = 0): Slots {
	let nextAt = -Infinity;
	return {
		get nextAt() {
			return nextAt;
		},
		take(now, everyMs) {
			nextAt = Math.max(nextAt, now - catchUpMs) + everyMs;
		},
	};
}
