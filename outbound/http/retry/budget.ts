/** How many repeats one execution may spend before the successes have paid any back. */
const CAPACITY = 50;
/** What one success pays back: at most one repeat for two answers that were fine. */
const REFUND = 0.5;

/** A purse of repeats shared by all requests of one execution. */
export interface RetryBudget {
	/** Takes one repeat out of the purse; false when it is empty. */
	spend(): boolean;
	/** Pays a part of a repeat back after a success. */
	refund(): void;
}

/**
 * A token bucket after the AWS SDKs' retry quota: during an outage over 1,000 items it caps the
 * repeats at 50 in all, instead of three for each item.
 */
export function createRetryBudget(capacity: number = CAPACITY): RetryBudget {
	let left = capacity;
	return {
		spend() {
			if (left < 1) return false;
			left -= 1;
			return true;
		},
		refund() {
			left = Math.min(capacity, left + REFUND);
		},
	};
}
