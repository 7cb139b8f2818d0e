import type { IDataObject, INodeParameters, INodeType } from 'n8n-workflow';

import type { Sandbox } from '../../../sandbox';
import type { StoredCredential } from '../../engine/harness';
import type { Call } from '../proxy';
import type { Credentials } from '../support/credentials';

export interface Pair {
	readonly recipientId: string;
	readonly providerId: string;
}

/** A job of one node, ready to run against a sandbox behind the fault proxy. */
export interface Job {
	readonly parameters: INodeParameters;
	readonly credentials: Readonly<Record<string, StoredCredential>>;
	readonly items: readonly IDataObject[];
	/** Which items cannot be finished without the answer to this call; all where left out. */
	readonly needing?: (call: Call) => readonly number[];
	/** The registrations the items ask for. */
	readonly pairs?: readonly Pair[];
}

export interface Scenario {
	/** The node's display name. */
	readonly node: string;
	readonly name: string;
	readonly create: () => INodeType;
	/** The package asks for tokens itself; else n8n does, whose OAuth2 client has ways of its own. */
	readonly ownTokens?: true;
	/** Looks again on its own, so that trouble which has passed by then is no failure. */
	readonly patient?: true;
	/** @param world a sandbox fresh from its seed */
	readonly prepare: (world: { sandbox: Sandbox; credentials: Credentials }) => Job;
}

/** The indexes of the items for which `test` holds. */
export function indexesOf<T>(items: readonly T[], test: (item: T) => boolean): number[] {
	return items.flatMap((item, index) => (test(item) ? index : []));
}

/** The path segment `at` places from the end, as a list of IDs. */
export function idsInPath({ path }: Call, at: number): string[] {
	return (path.split('/').at(-at) ?? '').split(',').map(decodeURIComponent);
}
