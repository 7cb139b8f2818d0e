import type { Session } from '../../../outbound/http/session';
import { BOUNDS } from '../../../outbound/http/bounds';
import { createCircuit } from '../../../outbound/http/circuit';
import { createLimiter } from '../../../outbound/http/limiter';
import { createRetryBudget } from '../../../outbound/http/retry/budget';
import type { Runtime } from '../../../outbound/http/runtime';
import type { ApiRequest, Exchange } from '../../../outbound/wire';
import { answered } from '../errors/exchanges';

export const fine = answered(200, []);

/** A session that gives out the scripted exchanges in turn, then `fine` for ever. */
export function scripted(script: readonly Exchange[], changes: Partial<Session> = {}) {
	const left = [...script];
	const sent: ApiRequest[] = [];
	const judged: Array<[generation: number, accepted: boolean]> = [];
	let generation = 0;
	const session: Session = {
		apiBaseUrl: 'https://flinks.example',
		ready: async () => await Promise.resolve('proven' as const),
		send: async (request) => {
			sent.push(request);
			return await Promise.resolve({ exchange: left.shift() ?? fine, generation });
		},
		renew: async () => {
			generation += 1;
			return await Promise.resolve(true);
		},
		judge: (seen, accepted) => void judged.push([seen, accepted]),
		...changes,
	};
	return {
		session,
		sent,
		judged,
		get renewals() {
			return generation;
		},
	};
}

/** A runtime without random, whose waits are as short as they can be. */
export function quickRuntime(changes: Partial<Runtime> = {}): Runtime {
	return {
		limiter: createLimiter(),
		files: createLimiter(1),
		circuit: createCircuit({
			probes: 12,
			now: Date.now,
			random: () => 0,
			signal: changes.signal,
		}),
		budget: createRetryBudget(),
		signal: undefined,
		node: undefined,
		maxTries: 4,
		bounds: { ...BOUNDS, requestMs: 10_000 },
		now: Date.now,
		random: () => 0,
		...changes,
	};
}
