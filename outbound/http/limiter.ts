import { createAllowedPace } from './pace/allowed';
import { createBound } from './pace/bound';
import type { StatedPace } from './pace/stated';
import type { Places } from './places';
import { wait } from './retry/wait';

/** As many requests in flight as one n8n process can keep busy where answers take a second. */
export const DEFAULT_MOST = 500;

/** Sockets have an end too. */
const MOST = 1_000;

/** Who may send, and when: a limit that finds itself, the pace that Flinks allows, and its pauses. */
export interface Limiter extends Places {
	/** Undefined where the caller has a place at once; else it has one when the promise resolves. */
	enter(isRepeat: boolean): Promise<void> | undefined;
	/** To be called once for each place. */
	leave(): void;
	/**
	 * An answer without complaint to a request sent at `sentAt`.
	 * @param isTypical false where its time says nothing about others, such as that of a file
	 */
	answered(sentAt: number, isTypical: boolean): void;
	/** Flinks said "too many requests" to one sent at `sentAt`. */
	refused(sentAt: number): void;
	/** Nothing starts for so long. */
	pause(ms: number): void;
	/** A pace that holds besides. */
	keepTo(pace: StatedPace | undefined): void;
	/** Good answers so far: whether there is progress. */
	readonly answers: number;
}

/** First come, first served; what is sent again goes before what was never sent. */
export function createLimiter(
	most: number = DEFAULT_MOST,
	now: () => number = Date.now,
	signal?: AbortSignal,
): Limiter {
	// A limit that is no number above 0 would let nothing through, and so never end.
	const bound = createBound(most >= 1 ? Math.min(Math.floor(most), MOST) : 1);
	const allowed = createAllowedPace();
	const waiting: Array<() => void> = [];
	const again: Array<() => void> = [];
	const listeners = new Set<() => void>();
	let stated: StatedPace | undefined;
	let running = 0;
	let answers = 0;
	let pausedUntil = -Infinity;
	let isWaking = false;

	function opensAt(): number {
		return Math.max(pausedUntil, allowed.nextAt, stated?.nextAt ?? -Infinity);
	}

	function start(at: number): void {
		running += 1;
		allowed.started(at);
		stated?.started(at);
	}

	function startWaiting(): void {
		while (running < bound.limit && again.length + waiting.length > 0) {
			const at = now();
			const waitMs = opensAt() - at;
			if (waitMs > 0 && !signal?.aborted) return wakeAfter(waitMs);
			start(at);
			(again.shift() ?? waiting.shift())?.();
		}
	}

	function wakeAfter(ms: number): void {
		if (isWaking) return;
		isWaking = true;
		void wait(Math.ceil(ms), signal).then(() => {
			isWaking = false;
			startWaiting();
		});
	}

	return {
		get limit() {
			return bound.limit;
		},
		get answers() {
			return answers;
		},
		onMore(fill) {
			listeners.add(fill);
			return () => void listeners.delete(fill);
		},
		enter(isRepeat) {
			const at = now();
			const isFree = running < bound.limit && again.length + waiting.length === 0;
			if (isFree && opensAt() <= at) {
				start(at);
				return undefined;
			}
			return new Promise((resolve) => {
				(isRepeat ? again : waiting).push(resolve);
				startWaiting();
			});
		},
		leave() {
			running -= 1;
			startWaiting();
		},
		answered(sentAt, isTypical) {
			const at = now();
			answers += 1;
			allowed.answered(sentAt);
			if (!isTypical) return;
			const before = bound.limit;
			bound.answered(sentAt, at, running * 2 > before);
			if (bound.limit <= before) return;
			startWaiting();
			for (const fill of listeners) fill();
		},
		refused(sentAt) {
			const at = now();
			if (bound.refused(sentAt, at)) allowed.refused(sentAt, at);
		},
		pause(ms) {
			pausedUntil = Math.max(pausedUntil, now() + ms);
		},
		keepTo(pace) {
			stated = pace;
		},
	};
}
