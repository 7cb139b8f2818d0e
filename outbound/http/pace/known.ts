import { createBoundedMap } from '../../model/boundedMap';
import { createAllowedPace, type AllowedPace } from './allowed';
import { FIRST_LIMIT, type FoundBound } from './bound';
import { statedPace, type StatedPace } from './stated';

/** After so many ms what was found is as good as nothing: a server may have become another one. */
const KEPT_MS = 10 * 60_000;

/** More nodes, each with a client, than one n8n runs within that time; the one kept longest ago makes room. */
const MOST_BOUNDS = 1_000;
/** Clients: each holds when its last 2,048 answered requests were sent, which is 16 KB. */
const MOST_PACES = 200;

/** How many requests at once the last run of a node found to be fine; times are epoch ms. */
export interface KeptBound {
	/** Undefined where a run has to begin as if nothing were known. */
	found(now: number): FoundBound | undefined;
	/** @param found undefined where it is no example to follow */
	keep(found: FoundBound | undefined, now: number): void;
}

/** What this process knows of a server before a run asks it anything. */
export interface KnownPace {
	readonly allowed: AllowedPace;
	readonly stated: StatedPace | undefined;
	readonly bound: KeptBound | undefined;
}

/** Whose pace it is. */
export interface PaceOf {
	/** Requests of the same client count together, whichever node sends them. */
	readonly client: string;
	/** Who asks: nodes differ in what they ask for, and so in how quick the answers are. */
	readonly node: string | undefined;
	/** Requests per second that an operator states. */
	readonly perSecond: number | undefined;
}

const allowedPaces = createBoundedMap<AllowedPace>(MOST_PACES);
const keptBounds = createBoundedMap<KeptBound>(MOST_BOUNDS);

/** The same objects for the same client and node, so that runs share what they learn. */
export function knownPace({ client, node, perSecond }: PaceOf): KnownPace {
	const allowed = allowedPaces.get(client) ?? createAllowedPace();
	allowedPaces.set(client, allowed);
	return {
		allowed,
		stated: perSecond === undefined ? undefined : statedPace(client, perSecond),
		bound: node === undefined ? undefined : keptBound(JSON.stringify([client, node])),
	};
}

function keptBound(key: string): KeptBound {
	const kept = keptBounds.get(key) ?? createKeptBound();
	keptBounds.set(key, kept);
	return kept;
}

function createKeptBound(): KeptBound {
	let kept: FoundBound | undefined;
	let keptAt = -Infinity;
	return {
		found: (now) => (now - keptAt < KEPT_MS ? kept : undefined),
		keep(found, now) {
			// With what a run begins with anyway, old times would only mislead.
			kept = found && found.limit > FIRST_LIMIT ? found : undefined;
			keptAt = now;
		},
	};
}
