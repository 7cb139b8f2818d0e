import type { IDataObject, INodeParameters, INodeType } from 'n8n-workflow';

import type { Sandbox } from '../../../sandbox';
import type { StoredCredential } from '../../engine/harness';
import type { Polling } from '../acts/poll';
import type { Expectation } from '../catalogue/types';
import type { End } from '../matrix/ends';
import type { Act, OnError } from '../matrix/ran';
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
	/**
	 * What the items' rows and errors claim that Flinks' records do not bear out.
	 * @param lies somebody spoke in Flinks' own words, which a node has to believe
	 */
	readonly untruths?: (ends: readonly End[], lies: boolean) => string[];
	/** Secrets of rows that the job is there to give out. */
	readonly gives?: (row: IDataObject) => unknown;
	/** How a polling trigger looks. */
	readonly polling?: Polling;
	/** The items carry secrets, as those of a Webhook node do. */
	readonly inputIsSecret?: true;
}

export interface World {
	readonly sandbox: Sandbox;
	readonly credentials: Credentials;
	/** No fault strikes any more. */
	readonly calm: () => void;
}

export interface Scenario {
	/** The node's display name. */
	readonly node: string;
	readonly name: string;
	readonly create: () => INodeType;
	/** How it is run; as a node of a workflow where left out. */
	readonly act?: Act;
	/** The ways of handling errors there are; all three where left out. */
	readonly modes?: readonly OnError[];
	/** Meets every fault both once and for ever; other jobs of the node meet them in turn. */
	readonly main?: true;
	/** The package asks for tokens itself; else n8n does, whose OAuth2 client has ways of its own. */
	readonly ownTokens?: true;
	/** What was spent comes out even where another item stops the node. */
	readonly spends?: true;
	/** Looks again on its own, so that trouble which has passed by then is no failure. */
	readonly patient?: true;
	/** Calls whose trouble n8n tells in its own words, before the package has a say. */
	readonly skips?: (call: Call) => boolean;
	/** Where this job has a way of its own with trouble at a call. */
	readonly expects?: (call: Call, expected: Expectation | undefined) => Expectation | undefined;
	/** Odd rows may give more or fewer: a sum has rows of its own for them, and a list to pick from leaves them out. */
	readonly freeRows?: true;
	/** Fields of rows that are new in each run. */
	readonly fresh?: readonly string[];
	/** @param world a sandbox fresh from its seed */
	readonly prepare: (world: World) => Job | Promise<Job>;
}

/** The indexes of the items for which `test` holds. */
export function indexesOf<T>(items: readonly T[], test: (item: T) => boolean): number[] {
	return items.flatMap((item, index) => (test(item) ? index : []));
}

/** The path segment `at` places from the end, as a list of IDs. */
export function idsInPath({ path }: Call, at: number): string[] {
	return (path.split('/').at(-at) ?? '').split(',').map(decodeURIComponent);
}
