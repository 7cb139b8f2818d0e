/** Ends one try: when its time is over, or when the execution is cancelled. */
export interface Deadline {
	/** For whoever can stop on its own. */
	readonly signal: AbortSignal;
	/** Why it ended, as the code of a request without an answer; undefined while there is time. */
	readonly code: 'CANCELLED' | 'ETIMEDOUT' | undefined;
	/**
	 * What `work` brings, unless the end comes first; `late` then gets what `work` still brings.
	 * @throws Error at the end, or what `work` throws
	 */
	race<T>(work: Promise<T>, late?: (value: T) => void): Promise<T>;
	/** Calls `stop` at the end. */
	onEnd(stop: () => void): void;
	/** Nothing is waited for any more: the timer need not be kept. */
	release(): void;
}

/** @param ms from now; timers of the platform, since shipped code sets none */
export function startDeadline(ms: number, cancelled: AbortSignal | undefined): Deadline {
	const time = AbortSignal.timeout(Math.max(1, Math.floor(ms)));
	const signal = cancelled ? AbortSignal.any([time, cancelled]) : time;
	const stops: Array<() => void> = [];
	const onEnd = (stop: () => void): void => {
		if (signal.aborted) return stop();
		stops.push(stop);
		signal.addEventListener('abort', stop, { once: true });
	};
	return {
		signal,
		get code() {
			if (!signal.aborted) return undefined;
			return cancelled?.aborted === true ? 'CANCELLED' : 'ETIMEDOUT';
		},
		async race(work, late) {
			const ended = new Promise<never>((_, reject) => {
				onEnd(() => reject(new Error('The time is over')));
			});
			if (late) {
				work.then(
					(value) => signal.aborted && late(value),
					() => {},
				);
			}
			return await Promise.race([work, ended]);
		},
		onEnd,
		release() {
			for (const stop of stops) signal.removeEventListener('abort', stop);
		},
	};
}
