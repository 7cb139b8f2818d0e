import { createAllowedPace } from './pace/allowed';
import { createBound, type Refusal } from './pace/bound';
import type { KnownPace } from './pace/known';
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
	refused(sentAt: number): Refusal;
	/** Nothing starts for so long. */
	pause(ms: number): void;
	/** An answer that says that the server is in trouble: what was found out here is not handed on. */
	failed(): void;
	/** Goes by what this process knows of the server; to be called before the first request to it. */
	keepTo(known: KnownPace): void;
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
	const end = most >= 1 ? Math.min(Math.floor(most), MOST) : 1;
	let bound = createBound(end);
	let known: KnownPace = { allowed: createAllowedPace(), stated: undefined, bound: undefined };
	const waiting: Array<() => void> = [];
	const again: Array<() => void> = [];
	const listeners = new Set<() => void>();
	let running = 0;
	let answers = 0;
	let pausedUntil = -Infinity;
	let isWaking = false;
	let hasFailed = false;

	function opensAt(): number {
		return Math.max(pausedUntil, known.allowed.nextAt, known.stated?.nextAt ?? -Infinity);
	}

	function start(at: number): void {
		running += 1;
		known.allowed.started(at);
		known.stated?.started(at);
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

	function startMore(): void {
		startWaiting();
		for (const fill of listeners) fill();
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
			if (running === 0) known.bound?.keep(hasFailed ? undefined : bound.found, now());
			startWaiting();
		},
		answered(sentAt, isTypical) {
			const at = now();
			answers += 1;
			known.allowed.answered(sentAt);
			if (!isTypical) return;
			const before = bound.limit;
			bound.answered(sentAt, at, running * 2 > before);
			if (bound.limit > before) startMore();
		},
		refused(sentAt) {
			const at = now();
			const refusal = bound.refused(sentAt, at);
			if (refusal === 'news') known.allowed.refused(sentAt, at);
			return refusal;
		},
		pause(ms) {
			pausedUntil = Math.max(pausedUntil, now() + ms);
		},
		failed() {
			hasFailed = true;
		},
		keepTo(pace) {
			const isOther = pace.bound !== known.bound;
			known = pace;
			const found = isOther && running + answers === 0 ? pace.bound?.found(now()) : undefined;
			if (!found) return;
			bound = createBound(end, found);
			startMore();
		},
	};
}
