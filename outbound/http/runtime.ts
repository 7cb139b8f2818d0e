import { BOUNDS, type Bounds } from './bounds';
import { createCircuit, type Circuit } from './circuit';
import type { Limiter } from './limiter';
import { createLimiter, DEFAULT_BOUND } from './limiter';
import type { RetryBudget } from './retry/budget';
import { createRetryBudget } from './retry/budget';

/** What all requests of one execution share. */
export interface Runtime {
	readonly limiter: Limiter;
	readonly circuit: Circuit;
	readonly budget: RetryBudget;
	readonly signal: AbortSignal | undefined;
	/** The most tries for one request, the first included. */
	readonly maxTries: number;
	readonly bounds: Bounds;
	readonly now: () => number;
	readonly random: () => number;
}

/** As many as n8n's Dataverse node makes. */
const MAX_TRIES = 4;

export interface RuntimeOptions {
	readonly bound?: number;
	readonly signal?: AbortSignal | undefined;
	readonly maxTries?: number;
	readonly bounds?: Bounds;
}

export function createRuntime({ bound, bounds, signal, maxTries }: RuntimeOptions = {}): Runtime {
	const parts = { now: Date.now, random: Math.random, signal };
	return {
		limiter: createLimiter(bound ?? DEFAULT_BOUND, Date.now, signal),
		circuit: createCircuit({ ...parts, probes: (bounds ?? BOUNDS).probes }),
		budget: createRetryBudget(),
		signal,
		maxTries: maxTries ?? MAX_TRIES,
		bounds: bounds ?? BOUNDS,
		now: Date.now,
		random: Math.random,
	};
}
