export interface DelayRules {
	/** First back-off step in ms; doubles with every try. */
	readonly baseMs: number;
	/** The longest back-off step in ms. */
	readonly capMs: number;
	/** The longest `Retry-After` that is honoured, in ms; a longer one ends the tries. */
	readonly retryAfterCapMs: number;
}

/** 0.5 s doubling to 30 s, and Retry-After up to 120 s: what n8n's own Dataverse node settled on. */
export const DEFAULT_DELAYS: DelayRules = { baseMs: 500, capMs: 30_000, retryAfterCapMs: 120_000 };

/** Spread added to a `Retry-After`, so that the requests held back together do not return together. */
const RETRY_AFTER_SPREAD_MS = 250;

/**
 * The wait before try number `tries + 1`, in ms; undefined where Flinks asks for a longer wait than allowed.
 * Without `Retry-After` it is "full jitter": anything from zero to the doubling step.
 * @param random a number from 0 up to 1
 */
export function delayBefore(
	tries: number,
	retryAfterMs: number | undefined,
	random: number,
	rules: DelayRules = DEFAULT_DELAYS,
): number | undefined {
	if (retryAfterMs !== undefined) {
		if (retryAfterMs > rules.retryAfterCapMs) return undefined;
		return retryAfterMs + Math.floor(random * RETRY_AFTER_SPREAD_MS);
	}
	const step = Math.min(rules.capMs, rules.baseMs * 2 ** (tries - 1));
	return Math.floor(random * step);
}
