import type { Client } from '../http/client';
import type { Failure } from '../failure';
import type { Outcome } from '../outcome';
import { done, failed } from '../outcome';
import { delayBefore } from '../http/retry/delay';
import { wait } from '../http/retry/wait';
import type { Pair } from './pairs';
import { pairKey, uniquePairs } from './pairs';
import type { PlanOptions } from './plan';
import { planRequests } from './plan';
import { readForRequest, readRegistrations } from './read';
import { rowsByPair } from './reconcile';
import type { Registration } from '../model/types';
import type { BatchResult } from './send';
import { sendBatches } from './send';

/** A pair that an unclear answer left open is asked about, and sent again, so many times in all. */
const ROUNDS = 3;

/** What became of a pair; `registration` is undefined where Flinks does not list it (yet). */
export interface Requested {
	readonly outcome: 'REQUESTED' | 'ALREADY_REGISTERED' | 'NOT_LISTED_YET';
	readonly registration: Registration | undefined;
}

export interface RequestOptions extends PlanOptions {
	/** Leave out pairs that Flinks already lists, in whatever status. */
	readonly skipExisting: boolean;
}

export type PairResults = ReadonlyMap<string, Outcome<Requested>>;

/**
 * Requests every pair once, with the fewest POSTs, and asks Flinks back what it lists: the answer to
 * the POST is not documented. After an unclear failure (timeout, reset, 5xx) only what Flinks does
 * not list is requested again. Nothing is thrown: each pair has its outcome, by `pairKey`.
 */
export async function requestPairs(
	client: Client,
	asked: Iterable<Pair>,
	options: RequestOptions,
): Promise<PairResults> {
	const results = new Map<string, Outcome<Requested>>();
	let todo = uniquePairs(asked);
	if (options.skipExisting) todo = await skipExisting(client, todo, results);
	for (let round = 1; todo.length > 0; round += 1) {
		const sent = await sendBatches(client, planRequests(todo, options));
		todo = await confirm(client, sent, results, round === ROUNDS);
		if (todo.length > 0) await pause(client, round);
	}
	return results;
}

async function skipExisting(
	client: Client,
	pairs: readonly Pair[],
	results: Map<string, Outcome<Requested>>,
): Promise<Pair[]> {
	const read = await readForRequest(client, recipientsOf(pairs));
	const listed = rowsByPair([...read.values()].flatMap(rowsIn));
	return pairs.filter((pair) => {
		const registration = listed.get(pair);
		const own = read.get(pair.recipientId);
		if (own?.kind === 'failed') results.set(keyOf(pair), own);
		if (registration) {
			results.set(keyOf(pair), done({ outcome: 'ALREADY_REGISTERED', registration }));
		}
		return !results.has(keyOf(pair));
	});
}

/** Settles what the round brought; returns the pairs to send again. */
async function confirm(
	client: Client,
	sent: readonly BatchResult[],
	results: Map<string, Outcome<Requested>>,
	last: boolean,
): Promise<Pair[]> {
	const open = sent.filter(({ failure }) => !failure || failure.ambiguous);
	for (const { pairs, failure } of sent) {
		if (failure) for (const pair of pairs) results.set(keyOf(pair), failed(failure));
	}
	const openPairs = open.flatMap(({ pairs }) => pairs);
	if (openPairs.length === 0) return [];
	const read = await readRegistrations(client, recipientsOf(openPairs));
	const listed = rowsByPair([...read.values()].flatMap(rowsIn));
	const again: Pair[] = [];
	for (const { pairs, failure } of open) {
		for (const pair of pairs) {
			const registration = listed.get(pair);
			const readable = read.get(pair.recipientId)?.kind === 'done';
			if (registration) results.set(keyOf(pair), done({ outcome: 'REQUESTED', registration }));
			else if (!failure)
				results.set(keyOf(pair), done({ outcome: 'NOT_LISTED_YET', registration }));
			else if (readable && !last) again.push(pair);
			else results.set(keyOf(pair), failed(unclear(failure, readable)));
		}
	}
	return again;
}

function unclear(failure: Failure, readable: boolean): Failure {
	return {
		...failure,
		remedy: readable
			? 'Flinks does not list the registration, so it did not arrive. Run the node again later.'
			: 'It is not known whether Flinks took the request. Run the node again with Skip Existing on: it asks Flinks first.',
	};
}

async function pause({ runtime }: Client, round: number): Promise<void> {
	await wait(delayBefore(round + 1, undefined, runtime.random()) ?? 0, runtime.signal);
}

function rowsIn(read: Outcome<readonly Registration[]>): readonly Registration[] {
	return read.kind === 'done' ? read.value : [];
}

function recipientsOf(pairs: readonly Pair[]): string[] {
	return pairs.map(({ recipientId }) => recipientId);
}

function keyOf({ recipientId, providerId }: Pair): string {
	return pairKey(recipientId, providerId);
}
