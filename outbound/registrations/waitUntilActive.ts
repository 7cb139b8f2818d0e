import type { Client } from '../http/client';
import type { Failure, FailureKind } from '../failure';
import type { Outcome } from '../outcome';
import { done, failed } from '../outcome';
import { wait } from '../http/retry/wait';
import type { Pair } from './pairs';
import type { RegistrationsByRecipient } from './read';
import { readRegistrations } from './read';
import { rowsByPair } from './reconcile';
import type { Registration } from '../model/types';
import { isActive, statusOf } from './registration';

/** Trouble that may be over at the next look, so it does not end the waiting. */
const PASSING: ReadonlySet<FailureKind> = new Set([
	'disconnected',
	'rate-limited',
	'temporarily-unavailable',
	'timed-out',
	'unreachable',
]);

/** A registration requested a moment ago may not be listed at the first look. */
const LOOKS_FOR_A_NEW_ONE = 2;

export interface Waiting {
	readonly pairs: readonly Pair[];
	/** Epoch ms after which the waiting ends. */
	readonly deadline: number;
}

type Settled = Outcome<readonly Registration[]>;

/**
 * Looks every `everyMs` until all pairs of each entry are ACTIVE or its deadline has passed; each
 * recipient is asked once per look, however many entries name it. Ends at once on cancel.
 * A time-out names the last state and the way out.
 */
export async function waitUntilActive(
	client: Client,
	entries: readonly Waiting[],
	everyMs: number,
): Promise<readonly Settled[]> {
	const { now, signal } = client.runtime;
	const settled = new Map<Waiting, Settled>();
	for (let look = 1; ; look += 1) {
		const open = entries.filter((entry) => !settled.has(entry));
		const read = await readRegistrations(client, recipientsOf(open));
		for (const entry of open) {
			const result = settle(entry, read, look, now());
			if (result) settled.set(entry, result);
		}
		const left = open.filter((entry) => !settled.has(entry));
		if (left.length === 0) return entries.map((entry) => settled.get(entry) ?? done([]));
		const soonest = Math.min(...left.map(({ deadline }) => deadline));
		await wait(Math.min(everyMs, Math.max(0, soonest - now())), signal);
	}
}

function settle(
	{ pairs, deadline }: Waiting,
	read: RegistrationsByRecipient,
	look: number,
	nowMs: number,
): Settled | undefined {
	const trouble = recipientsOf([{ pairs }])
		.map((id) => read.get(id))
		.find(isFailed);
	if (trouble && (!PASSING.has(trouble.failure.kind) || nowMs >= deadline)) return trouble;
	if (trouble) return undefined;
	const listed = rowsByPair([...read.values()].flatMap((own) => (isFailed(own) ? [] : own.value)));
	const rows = pairs.map((pair) => listed.get(pair));
	const found = rows.filter((row) => row !== undefined);
	if (found.length === pairs.length && found.every(isActive)) return done(found);
	const missing = pairs.find((_, index) => rows[index] === undefined);
	if (missing && look >= LOOKS_FOR_A_NEW_ONE) return failed(neverRequested(missing));
	return nowMs >= deadline ? failed(timedOut(pairs, rows)) : undefined;
}

function isFailed(
	outcome: Settled | undefined,
): outcome is { readonly kind: 'failed'; readonly failure: Failure } {
	return outcome?.kind === 'failed';
}

function recipientsOf(entries: ReadonlyArray<{ readonly pairs: readonly Pair[] }>): string[] {
	return [...new Set(entries.flatMap(({ pairs }) => pairs.map(({ recipientId }) => recipientId)))];
}

function neverRequested({ recipientId, providerId }: Pair): Failure {
	return {
		kind: 'not-found',
		title: `Recipient ${recipientId} has no registration with provider ${providerId} to wait for`,
		remedy: 'Request it first with the Flinks Request Registrations node.',
	};
}

function timedOut(pairs: readonly Pair[], rows: ReadonlyArray<Registration | undefined>): Failure {
	const open = pairs.flatMap(({ recipientId, providerId }, index) => {
		const row = rows[index];
		if (row && isActive(row)) return [];
		return [
			`provider ${providerId} of recipient ${recipientId}: ${row ? statusOf(row) : 'not listed'}`,
		];
	});
	const more = open.length > 3 ? `, and ${open.length - 3} more` : '';
	return {
		kind: 'timed-out',
		title: `The time to wait is over and ${open.length} of ${pairs.length} registrations ${open.length === 1 ? 'is' : 'are'} not ACTIVE yet`,
		remedy: `Last seen: ${open.slice(0, 3).join('; ')}${more}. Approval by Flinks and the bank can take days: raise 'Wait at Most', or look again later from a Schedule Trigger with the operation Get Many.`,
	};
}
