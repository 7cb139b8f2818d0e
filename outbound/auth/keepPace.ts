import { FlinksFailure } from '../failure';
import { knownPace } from '../http/pace/known';
import type { Runtime } from '../http/runtime';

/** Whose requests count together: those of one client at one address, whichever credential names it. */
export interface Paced {
	/** API base URL. */
	readonly api: string;
	readonly clientId: string;
	/** Requests per second; undefined for no limit. */
	readonly perSecond: number | undefined;
}

/**
 * From now on the requests of the run keep to the pace, together with all others of this process, and go
 * by what those have found out.
 */
export function keepPace({ limiter, node }: Runtime, { api, clientId, perSecond }: Paced): void {
	limiter.keepTo(knownPace({ client: JSON.stringify([api, clientId]), node, perSecond }));
}

/**
 * What a credential holds as *Requests per Second*; undefined for 0, for nothing, and before the field existed.
 * @throws FlinksFailure for what is no number of 0 or more
 */
export function paceIn(value: unknown): number | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	const perSecond = Number(value);
	if (perSecond === 0) return undefined;
	if (perSecond > 0 && Number.isFinite(perSecond)) return perSecond;
	throw new FlinksFailure({
		kind: 'credential-refused',
		title: "The 'Requests per Second' of the Flinks credential is not a number of 0 or more",
		remedy: "Open the credential and correct 'Requests per Second'. Nothing was sent.",
	});
}
