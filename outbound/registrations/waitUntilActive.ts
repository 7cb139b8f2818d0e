import type { Client } from '../http/client';
import { wait } from '../http/retry/wait';
import { mapInTurns } from '../http/turns';
import { done } from '../outcome';
import { readRegistrations } from './read';
import { settledBy, type Settled, type Waiting } from './settleWait';

export type { Waiting } from './settleWait';

/** Between two looks, whatever is asked for: never a stream of requests, never a look too late to matter. */
const SHORTEST_MS = 1_000;
const LONGEST_MS = 3_600_000;
const USUAL_MS = 30_000;

/** The longest wait; approval can take days, for which a schedule is the way. */
const MOST_MS = 24 * 3_600_000;

/**
 * Looks every `everyMs` (1 s to 1 h) until all pairs of each entry are ACTIVE or its deadline has
 * passed, after a day at the latest; each recipient is asked once per look, however many entries name
 * it. Ends at once on cancel. A time-out names the last state and the way out.
 */
export async function waitUntilActive(
	client: Client,
	entries: readonly Waiting[],
	everyMs: number,
): Promise<readonly Settled[]> {
	const { now, signal } = client.runtime;
	const startedAt = now();
	const bounded = await mapInTurns(entries, ({ pairs, deadline }) => ({
		pairs,
		deadline: Number.isNaN(deadline) ? startedAt : Math.min(deadline, startedAt + MOST_MS),
	}));
	const settled = new Map<Waiting, Settled>();
	const open = new Set<Waiting>(bounded);
	for (let number = 1; open.size > 0; number += 1) {
		const read = await readRegistrations(client, recipientsOf(open));
		const ends = await settledBy({ read, number, nowMs: now() }, open);
		for (const [entry, result] of ends) {
			settled.set(entry, result);
			open.delete(entry);
		}
		let soonest = Infinity;
		for (const { deadline } of open) soonest = Math.min(soonest, deadline);
		const leftMs = Math.max(0, soonest - now());
		if (open.size > 0) await wait(Math.min(intervalOf(everyMs), leftMs), signal);
	}
	return bounded.map((entry) => settled.get(entry) ?? done([]));
}

function intervalOf(everyMs: number): number {
	if (Number.isNaN(everyMs)) return USUAL_MS;
	return Math.min(LONGEST_MS, Math.max(SHORTEST_MS, everyMs));
}

function recipientsOf(entries: Iterable<Waiting>): string[] {
	const ids = new Set<string>();
	for (const { pairs } of entries) for (const { recipientId } of pairs) ids.add(recipientId);
	return [...ids];
}
