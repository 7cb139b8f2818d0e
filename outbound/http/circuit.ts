import { FlinksFailure } from '../failure';
import { wait } from './retry/wait';

/** Passing trouble so many times in a row, over all requests, is an outage and not bad luck. */
const TROUBLES = 5;
/** The first wait before a probe and the longest, in ms; the one before doubles. */
const FIRST_MS = 500;
const LONGEST_MS = 8_000;

/** What an exchange says about Flinks: well, in trouble that passes, or nothing. */
export type Health = 'fine' | 'trouble' | 'unclear';

/**
 * Holds all requests of a run back while Flinks is down, so that they do not spend their repeats, or
 * while it asked for a longer pause than is waited for.
 */
export interface Circuit {
	/**
	 * Tells when a request may go: at once, or as the one probe of an outage.
	 * @throws FlinksFailure while Flinks wants no request at all
	 */
	enter(): Promise<'go' | 'probe'> | 'go';
	/** @throws FlinksFailure while Flinks wants no request at all */
	check(): void;
	/** To be told after every `enter`. */
	leave(as: 'go' | 'probe', health: Health): void;
	/** Flinks asked for `ms` without any request. */
	shut(ms: number): void;
	/** `open`: a request that met trouble waits here; `given-up`: it is not repeated any more. */
	readonly state: 'closed' | 'given-up' | 'open';
}

export interface CircuitParts {
	/** The most probes of one outage. */
	readonly probes: number;
	readonly now: () => number;
	readonly random: () => number;
	readonly signal: AbortSignal | undefined;
}

export function createCircuit({ probes, now, random, signal }: CircuitParts): Circuit {
	let state: Circuit['state'] = 'closed';
	let troubles = 0;
	let probed = 0;
	let isProbing = false;
	let probeAt = 0;
	let shutUntil = 0;
	let waiting: Array<() => void> = [];

	function wake(): void {
		if (waiting.length === 0) return;
		for (const go of waiting) go();
		waiting = [];
	}

	function plan(): void {
		const step = Math.min(LONGEST_MS, FIRST_MS * 2 ** probed);
		probeAt = now() + Math.floor(random() * step);
		if (probed >= probes) state = 'given-up';
	}

	async function turn(): Promise<'go' | 'probe'> {
		while (state === 'open' && signal?.aborted !== true) {
			if (isProbing) await new Promise<void>((go) => waiting.push(go));
			else if (now() < probeAt) await wait(probeAt - now(), signal);
			else {
				isProbing = true;
				probed += 1;
				return 'probe';
			}
		}
		return 'go';
	}

	function leave(as: 'go' | 'probe', health: Health): void {
		if (as === 'probe') isProbing = false;
		if (health === 'fine') {
			state = 'closed';
			troubles = 0;
			probed = 0;
		} else if (health === 'trouble') {
			troubles += 1;
			const begins = state === 'closed' && troubles >= TROUBLES;
			if (begins) state = 'open';
			if (begins || (as === 'probe' && state === 'open')) plan();
		}
		wake();
	}

	function check(): void {
		const ms = shutUntil - now();
		if (ms > 0) throw notSent(ms);
	}

	async function enterLater(): Promise<'go' | 'probe'> {
		const as = await turn();
		const ms = shutUntil - now();
		if (ms <= 0) return as;
		leave(as, 'unclear');
		throw notSent(ms);
	}

	return {
		enter() {
			if (state !== 'closed') return enterLater();
			check();
			return 'go';
		},
		check,
		leave,
		shut(ms) {
			shutUntil = Math.max(shutUntil, now() + ms);
		},
		get state() {
			return state;
		},
	};
}

function notSent(ms: number): FlinksFailure {
	const seconds = Math.ceil(ms / 1000);
	return new FlinksFailure({
		kind: 'rate-limited',
		title: `Flinks asked for a pause of ${seconds} s more, so this was not sent`,
		remedy: 'Run it again after the pause. To stay under the limit, process fewer items at a time.',
		retryAfterMs: ms,
	});
}
