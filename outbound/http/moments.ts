/** Ends at least this far away, in ms, may come late by up to a quarter of a second. */
const FAR_MS = 10_000;
const FAR_STEP_MS = 250;

/** A moment at which tries end, or earlier where the execution is cancelled. */
export interface Moment {
	readonly isOver: boolean;
	/** Called once at the end. */
	readonly stops: Set<() => void>;
	end(): void;
}

/** By the time at which they end, in ms of the monotonic clock. */
type Moments = Map<number, Moment>;

const ofExecutions = new WeakMap<AbortSignal, Moments>();
const ofNoExecution: Moments = new Map();

/**
 * The moment in `ms`, never before. Tries of one execution that begin close together share it: a timer
 * for each of them, joined with the execution's signal, costs more than the rest of the client. Timers
 * are the platform's, since shipped code sets none.
 */
export function momentIn(ms: number, cancelled: AbortSignal | undefined): Moment {
	const now = performance.now();
	const step = ms < FAR_MS ? 1 : FAR_STEP_MS;
	const endsAt = Math.ceil((now + Math.max(1, ms)) / step) * step;
	const moments = momentsOf(cancelled);
	const known = moments.get(endsAt);
	if (known) return known;
	const moment = newMoment();
	moments.set(endsAt, moment);
	if (cancelled?.aborted === true) moment.end();
	// The timer outlives the execution, so it must not hold on to its signal.
	const timeIsOver = (): void => {
		moments.delete(endsAt);
		moment.end();
	};
	AbortSignal.timeout(Math.ceil(endsAt - now)).addEventListener('abort', timeIsOver, {
		once: true,
	});
	return moment;
}

/** One listener for each execution, however long it runs. */
function momentsOf(cancelled: AbortSignal | undefined): Moments {
	if (!cancelled) return ofNoExecution;
	const known = ofExecutions.get(cancelled);
	if (known) return known;
	const moments: Moments = new Map();
	ofExecutions.set(cancelled, moments);
	const endAll = (): void => {
		for (const moment of moments.values()) moment.end();
	};
	cancelled.addEventListener('abort', endAll, { once: true });
	return moments;
}

function newMoment(): Moment {
	const stops = new Set<() => void>();
	let isOver = false;
	return {
		get isOver() {
			return isOver;
		},
		stops,
		end() {
			isOver = true;
			const due = [...stops];
			stops.clear();
			for (const stop of due) stop();
		},
	};
}
