import type { Failure } from '../failure';
import { FlinksFailure } from '../failure';
import type { Lifetime } from './lifetime';
import { asFailure } from './lostConnection';
import type { Generation } from '../http/session';

/** How early a token is renewed before its expiry, in ms (Flinks' tokens live 299 or 300 s). */
const EARLY_MS = 30_000;
/** Of a token that lives shorter than that, this part. */
const EARLY_PART = 0.2;
/** How long a renewal that did not help is not tried again, in ms. */
const DISTRUST_MS = 60_000;

/** After these a renewal cannot succeed within the same execution. */
const FINAL: ReadonlySet<Failure['kind']> = new Set([
	'connection-lost',
	'credential-refused',
	'not-connected',
]);

export interface Renewal {
	readonly generation: Generation;
	/** Whether the token should be replaced before it is used again. */
	isDue(): boolean;
	/** See Session.renew. */
	renew(seen: Generation): Promise<boolean>;
	judge(seen: Generation, accepted: boolean): void;
	/** What is known of the token that was there before the first renewal. */
	learn(lifetime: Lifetime): void;
}

/**
 * One renewal per token generation, however many requests ask for it, and none that is known to be
 * useless: a refusal that a new token did not cure is a matter of consent, not of age.
 */
export function createRenewal(fetchToken: () => Promise<Lifetime>, now: () => number): Renewal {
	let generation: Generation = 0;
	let inFlight: Promise<void> | undefined;
	let final: FlinksFailure | undefined;
	let uselessUntil = 0;
	let due = Infinity;

	function learn({ expiresAt, expiresIn }: Lifetime): void {
		const early = expiresIn === undefined ? EARLY_MS : expiresIn * 1000 * EARLY_PART;
		due = expiresAt === undefined ? Infinity : expiresAt - Math.min(EARLY_MS, early);
	}

	async function replace(): Promise<void> {
		try {
			learn(await fetchToken());
			generation += 1;
		} catch (error) {
			if (error instanceof FlinksFailure && FINAL.has(error.failure.kind)) final = error;
			throw asFailure(error);
		} finally {
			inFlight = undefined;
		}
	}

	return {
		get generation() {
			return generation;
		},
		isDue: () => now() >= due,
		learn,
		async renew(seen) {
			if (final) throw final;
			if (seen !== generation) return true;
			if (now() < uselessUntil) return false;
			inFlight ??= replace();
			await inFlight;
			return true;
		},
		judge(seen, accepted) {
			if (seen === generation) uselessUntil = accepted ? 0 : now() + DISTRUST_MS;
		},
	};
}
