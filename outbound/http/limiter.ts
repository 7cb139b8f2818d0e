import { wait } from './retry/wait';

/**
 * Requests in flight at once. The fewest with which 600 requests to a server 50 ms away take no longer
 * than n8n's HTTP Request node needs with up to 200 (docs/performance.md).
 */
export const DEFAULT_BOUND = 20;

/** Successes in a row, per request in flight, before one more is let through after a slow-down. */
const RECOVERY_ROUNDS = 2;

/** More than one n8n has in flight; from here halving still brings it down. */
const MOST = 1_000;

export interface Limiter {
	/** Runs `task` as soon as fewer than the current limit are running; first come, first served. */
	run<T>(task: () => Promise<T>): Promise<T>;
	/** Flinks said "slow down": halve what runs at once, and start nothing new for `pauseMs`. */
	slowDown(pauseMs: number): void;
	/** An answer came without complaint; enough of them raise the limit again, up to the bound. */
	speedUp(): void;
	readonly limit: number;
}

/** Additive increase, multiplicative decrease, never above `bound`. */
export function createLimiter(
	bound: number = DEFAULT_BOUND,
	now: () => number = Date.now,
	signal?: AbortSignal,
): Limiter {
	// A bound that is no number above 0 would let nothing through, and so never end.
	const most = bound >= 1 ? Math.min(bound, MOST) : 1;
	let limit = most;
	let running = 0;
	let smooth = 0;
	let pausedUntil = 0;
	let waking = false;
	const waiting: Array<() => void> = [];

	function startWaiting(): void {
		const pauseMs = pausedUntil - now();
		if (pauseMs > 0 && !signal?.aborted) return wakeAfter(pauseMs);
		while (running < limit) {
			const start = waiting.shift();
			if (!start) return;
			running += 1;
			start();
		}
	}

	function wakeAfter(pauseMs: number): void {
		if (waking) return;
		waking = true;
		void wait(pauseMs, signal).then(() => {
			waking = false;
			startWaiting();
		});
	}

	return {
		async run(task) {
			await new Promise<void>((resolve) => {
				waiting.push(resolve);
				startWaiting();
			});
			try {
				return await task();
			} finally {
				running -= 1;
				startWaiting();
			}
		},
		slowDown(pauseMs) {
			const until = now() + pauseMs;
			// Requests that were in flight together are throttled together: they count once.
			if (pausedUntil <= now()) limit = Math.max(1, Math.floor(limit / 2));
			pausedUntil = Math.max(pausedUntil, until);
			smooth = 0;
		},
		speedUp() {
			smooth += 1;
			if (limit >= most || smooth < limit * RECOVERY_ROUNDS) return;
			smooth = 0;
			limit += 1;
			startWaiting();
		},
		get limit() {
			return limit;
		},
	};
}
