import { BOUNDS, type Bounds } from './bounds';
import { createCircuit, type Circuit } from './circuit';
import type { Limiter } from './limiter';
import { createLimiter } from './limiter';
import type { RetryBudget } from './retry/budget';
import { createRetryBudget } from './retry/budget';

/** What all requests of one execution share. */
export interface Runtime {
	readonly limiter: Limiter;
	/** Of the requests in flight, those for a file: each keeps a stream open for as long as it is large. */
	readonly files: Limiter;
	readonly circuit: Circuit;
	readonly budget: RetryBudget;
	readonly signal: AbortSignal | undefined;
	/** Which node of which workflow runs; undefined where that says nothing about what is asked. */
	readonly node: string | undefined;
	/** The most tries for one request, the first included. */
	readonly maxTries: number;
	readonly bounds: Bounds;
	readonly now: () => number;
	readonly random: () => number;
}

/** As many as n8n's Dataverse node makes. */
const MAX_TRIES = 4;

/** Files that are downloaded at once. */
const MOST_FILES = 20;

export interface RuntimeOptions {
	/** The most requests in flight. */
	readonly bound?: number;
	readonly signal?: AbortSignal | undefined;
	readonly node?: string;
	readonly maxTries?: number;
	readonly bounds?: Bounds;
}

export function createRuntime(options: RuntimeOptions = {}): Runtime {
	const { bound, bounds, maxTries, node, signal } = options;
	const parts = { now: Date.now, random: Math.random, signal };
	return {
		limiter: createLimiter(bound, Date.now, signal),
		files: createLimiter(MOST_FILES, Date.now, signal),
		circuit: createCircuit({ ...parts, probes: (bounds ?? BOUNDS).probes }),
		budget: createRetryBudget(),
		signal,
		node,
		maxTries: maxTries ?? MAX_TRIES,
		bounds: bounds ?? BOUNDS,
		now: Date.now,
		random: Math.random,
	};
}
