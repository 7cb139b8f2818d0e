import type { Failure, FailureKind } from '../failure';
import { inTurns, turns } from '../http/turns';
import type { Registration } from '../model/types';
import type { Outcome } from '../outcome';
import { done, failed } from '../outcome';
import type { Pair } from './pairs';
import { rowsRead, type RegistrationsByRecipient } from './read';
import { indexing, type RegistrationIndex } from './reconcile';
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

export type Settled = Outcome<readonly Registration[]>;

/** What one look brought. */
export interface Look {
	readonly read: RegistrationsByRecipient;
	/** 1 for the first. */
	readonly number: number;
	readonly nowMs: number;
}

/** Those of `open` whose waiting this look ends. The rows are indexed once, however many wait for them. */
export async function settledBy(
	look: Look,
	open: Iterable<Waiting>,
): Promise<Map<Waiting, Settled>> {
	const listed = await inTurns(indexing(rowsRead(look.read)));
	const settled = new Map<Waiting, Settled>();
	for (const entry of open) {
		if (turns.isDue()) await turns.next();
		const result = settle(entry, look, listed);
		if (result) settled.set(entry, result);
	}
	return settled;
}

function settle(
	{ pairs, deadline }: Waiting,
	{ read, number, nowMs }: Look,
	listed: RegistrationIndex,
): Settled | undefined {
	const isOver = nowMs >= deadline;
	const trouble = pairs.map(({ recipientId }) => read.get(recipientId)).find(isFailed);
	if (trouble) return isOver || !PASSING.has(trouble.failure.kind) ? trouble : undefined;
	const rows = pairs.map((pair) => listed.get(pair));
	const found = rows.filter((row) => row !== undefined);
	if (found.length === pairs.length && found.every(isActive)) return done(found);
	const missing = pairs.find((_, index) => rows[index] === undefined);
	if (missing && number >= LOOKS_FOR_A_NEW_ONE && !listed.mayHold(missing)) {
		return failed(neverRequested(missing));
	}
	return isOver ? failed(timedOut(pairs, rows)) : undefined;
}

function isFailed(
	outcome: Settled | undefined,
): outcome is { readonly kind: 'failed'; readonly failure: Failure } {
	return outcome?.kind === 'failed';
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
		remedy: `Last seen: ${open.slice(0, 3).join('; ')}${more}. Approval by Flinks and the bank can take days: raise 'Wait at Most', or let the Flinks Registration Trigger tell when they are active.`,
	};
}
