import type { Failure } from '../failure';
import type { Client } from '../http/client';
import { inTurns, turns } from '../http/turns';
import { unclear, unreadable, type PairOutcome } from './pairOutcome';
import type { Pair } from './pairs';
import { readRegistrations, rowsRead } from './read';
import { indexing } from './reconcile';
import type { BatchResult } from './send';

/** Records what became of a pair. */
export type Settle = (pair: Pair, outcome: PairOutcome) => void;

export interface Round {
	/** Whether an earlier try of the pair had no clear answer. */
	isInDoubt(pair: Pair): boolean;
	/** True where Flinks listed none of the pairs before they were sent. */
	readonly wereNew: boolean;
	/** True where nothing is sent again afterwards. */
	readonly isLast: boolean;
}

/** Asks Flinks what it lists of all that it did not refuse, and returns the pairs to send again. */
export async function confirm(
	client: Client,
	sent: readonly BatchResult[],
	settle: Settle,
	round: Round,
): Promise<Pair[]> {
	const open = sent.filter(({ failure }) => !failure || failure.ambiguous === true);
	for (const { pairs, failure } of sent) {
		if (!failure || failure.ambiguous === true) continue;
		for (const pair of pairs) {
			if (turns.isDue()) await turns.next();
			settle(pair, refused(failure, round.isInDoubt(pair)));
		}
	}
	if (open.length === 0) return [];
	const ids = open.flatMap(({ pairs }) => pairs.map(({ recipientId }) => recipientId));
	const read = await readRegistrations(client, ids);
	const listed = await inTurns(indexing(rowsRead(read)));
	const again: Pair[] = [];
	for (const { pairs, failure } of open) {
		for (const pair of pairs) {
			if (turns.isDue()) await turns.next();
			const registration = listed.get(pair);
			const own = read.get(pair.recipientId);
			if (registration) {
				const isOurs = !failure || round.wereNew;
				settle(pair, { kind: isOurs ? 'requested' : 'listed', registration });
			} else if (own?.kind === 'failed') {
				settle(pair, failure ? unclear(failure, 'not-asked') : notConfirmed(own.failure));
			} else if (listed.mayHold(pair)) {
				settle(pair, failure ? unclear(failure, 'not-readable') : notConfirmed(unreadable(pair)));
			} else if (!failure) {
				settle(pair, { kind: 'not-listed-yet' });
			} else if (round.isLast) {
				settle(pair, unclear(failure, 'not-listed'));
			} else {
				again.push(pair);
			}
		}
	}
	return again;
}

function notConfirmed(failure: Failure): PairOutcome {
	return { kind: 'not-confirmed', failure };
}

/** What an earlier try left in doubt, a refusal of the next does not clear up. */
function refused(failure: Failure, isInDoubt: boolean): PairOutcome {
	if (!isInDoubt) return { kind: 'not-requested', failure };
	const remedy = `${failure.remedy} ${EARLIER_TRY}`;
	return { kind: 'unclear', failure: { ...failure, ambiguous: true, remedy } };
}

const EARLIER_TRY =
	'An earlier try in this run had no clear answer, and Flinks, asked after it, did not list the registration.';
