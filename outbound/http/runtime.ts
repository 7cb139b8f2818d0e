import type { Limiter } from './limiter';
import { createLimiter, DEFAULT_BOUND } from './limiter';
import type { RetryBudget } from './retry/budget';
import { createRetryBudget } from './retry/budget';

/** What all requests of one execution share. */
export interface Runtime {
	readonly limiter: Limiter;
	readonly budget: RetryBudget;
	readonly signal: AbortSignal | undefined;
	/** The most tries for one request, the first included. */
	readonly maxTries: number;
	/** How long one request may take with all its waits, in ms. */
	readonly deadlineMs: number;
	readonly now: () => number;
	readonly random: () => number;
}

/** Four tries, as n8n's Dataverse node makes; five minutes is the life of one Flinks token. */
const MAX_TRIES = 4;
const DEADLINE_MS = 5 * 60_000;

export interface RuntimeOptions {
	readonly bound?: number;
	readonly signal?: AbortSignal | undefined;
	readonly maxTries?: number;
}

export function createRuntime({ bound, signal, maxTries }: RuntimeOptions = {}): Runtime {
	return {
		limiter: createLimiter(bound ?? DEFAULT_BOUND, Date.now, signal),
		budget: createRetryBudget(),
		signal,
		maxTries: maxTries ?? MAX_TRIES,
		deadlineMs: DEADLINE_MS,
		now: Date.now,
		random: Math.random,
	};
}
