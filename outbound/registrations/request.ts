import type { Client } from '../http/client';
import { delayBefore } from '../http/retry/delay';
import { wait } from '../http/retry/wait';
import { inTurns, turns } from '../http/turns';
import { confirm, type Settle } from './confirm';
import { createDirectory, type Directory } from './directory';
import { unreadable, type PairOutcome } from './pairOutcome';
import { findingUnique, pairKey, type Pair } from './pairs';
import { planning, type PlanOptions } from './plan';
import { readForRequest, rowsRead } from './read';
import { indexing } from './reconcile';
import { sendBatches } from './send';

/** A pair that an unclear answer left open is asked about, and sent again, so many times in all. */
const ROUNDS = 3;

export interface RequestOptions extends PlanOptions {
	/** Leave out pairs that Flinks already lists, in whatever status. */
	readonly skipExisting: boolean;
}

/** By `pairKey`; every asked pair has its outcome. */
export type PairOutcomes = ReadonlyMap<string, PairOutcome>;

/**
 * Requests every pair once, with the fewest POSTs, and asks Flinks back what it lists: the answer to
 * the POST is not documented. After an unclear failure (timeout, reset, 5xx, a web page) only what
 * Flinks does not list is requested again. Nothing is thrown: each pair has its outcome, by `pairKey`.
 */
export async function requestPairs(
	client: Client,
	asked: Iterable<Pair>,
	options: RequestOptions,
): Promise<PairOutcomes> {
	const outcomes = new Map<string, PairOutcome>();
	const settle: Settle = (pair, outcome) => void outcomes.set(keyOf(pair), outcome);
	const directory = createDirectory(client);
	let todo = await inTurns(findingUnique(asked));
	if (options.skipExisting) todo = await skipExisting(client, directory, todo, settle);
	const inDoubt = new Set<string>();
	for (let round = 1; todo.length > 0; round += 1) {
		const batches = await inTurns(planning(todo, options));
		const sent = await sendBatches(client, batches, directory);
		todo = await confirm(client, sent, settle, {
			isInDoubt: (pair) => inDoubt.has(keyOf(pair)),
			wereNew: options.skipExisting,
			isLast: round === ROUNDS,
		});
		for (const pair of todo) inDoubt.add(keyOf(pair));
		if (todo.length > 0) await pause(client, round);
	}
	return outcomes;
}

async function skipExisting(
	client: Client,
	directory: Directory,
	pairs: readonly Pair[],
	settle: Settle,
): Promise<Pair[]> {
	const recipientIds = pairs.map(({ recipientId }) => recipientId);
	const read = await readForRequest(client, recipientIds, directory);
	const listed = await inTurns(indexing(rowsRead(read)));
	const missing: Pair[] = [];
	for (const pair of pairs) {
		if (turns.isDue()) await turns.next();
		const registration = listed.get(pair);
		const own = read.get(pair.recipientId);
		if (registration) settle(pair, { kind: 'already-registered', registration });
		else if (own?.kind === 'failed') settle(pair, { kind: 'not-requested', failure: own.failure });
		else if (listed.mayHold(pair))
			settle(pair, { kind: 'not-requested', failure: unreadable(pair) });
		else missing.push(pair);
	}
	return missing;
}

async function pause({ runtime }: Client, round: number): Promise<void> {
	await wait(delayBefore(round + 1, undefined, runtime.random()) ?? 0, runtime.signal);
}

function keyOf({ recipientId, providerId }: Pair): string {
	return pairKey(recipientId, providerId);
}
