import { momentIn } from './moments';

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
	/** Nothing is waited for any more: nothing is stopped at the end. */
	release(): void;
}

/** @param ms from now; a long time may end up to a quarter of a second later */
export function startDeadline(ms: number, cancelled: AbortSignal | undefined): Deadline {
	const moment = momentIn(ms, cancelled);
	// Of this try alone: Node 20 warns of a leak where more than ten listen to one signal.
	const controller = new AbortController();
	const own: Array<() => void> = [];
	const onEnd = (stop: () => void): void => {
		if (moment.isOver) return stop();
		moment.stops.add(stop);
		own.push(stop);
	};
	onEnd(() => controller.abort());
	return {
		signal: controller.signal,
		get code() {
			if (!moment.isOver) return undefined;
			return cancelled?.aborted === true ? 'CANCELLED' : 'ETIMEDOUT';
		},
		race: async (work, late) =>
			await new Promise((resolve, reject) => {
				onEnd(() => reject(new Error('The time is over')));
				work.then((value) => (moment.isOver ? late?.(value) : resolve(value)), reject);
			}),
		onEnd,
		release() {
			for (const stop of own) moment.stops.delete(stop);
		},
	};
}
