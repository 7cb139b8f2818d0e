import { FlinksFailure, type Failure } from '../../failure';
import { inTurns } from '../../http/turns';
import { outcomeOf } from '../../outcome';
import { dateText, type Day } from '../day';
import type { TransactionList } from '../transactionList';
import type { Changes } from './change';
import { findingChanges } from './findingChanges';
import type { SyncScope } from './entry';
import { readWindow } from './readWindow';
import { startText, type StartReason } from './start';
import type { OpenedState } from './stateText';
import { planWindow, WINDOW_RULES, type WindowRules } from './window';

export interface ChangesRead extends Changes {
	/** There where the run began without a usable state: `added` is then everything since `since`. */
	readonly started?: StartReason;
	/** What to do about that; undefined the first time. */
	readonly startedText?: string | undefined;
	/** Transactions before this day are in no change. */
	readonly since: string;
	/** First day of the window that was read, `2026-01-15`. */
	readonly from: string;
	readonly to: string;
}

/**
 * Reads what an account lists and says what changed since the state. A state that cannot be used is named, and
 * the run starts again.
 * @throws FlinksFailure where the list cannot be read; the state is then as good as before
 */
export async function readChanges(
	list: TransactionList,
	scope: SyncScope,
	opened: OpenedState,
	today: Day,
	rules: WindowRules = WINDOW_RULES,
): Promise<ChangesRead> {
	const before = opened.kind === 'state' ? opened.state : undefined;
	const { since, from, to, startAgain } = planWindow(before, today, rules);
	const state = startAgain ? undefined : before;
	const read = await outcomeOf(async () => readWindow(list, { scope, since, from, to }, state));
	if (read.kind === 'failed') throw new FlinksFailure(readFailure(read.failure));
	const window = read.value;
	const changes = await inTurns(findingChanges(state, window));
	const reason = startAgain ?? (opened.kind === 'none' ? opened.reason : undefined);
	return {
		...changes,
		...(reason ? { started: reason, startedText: startText(reason, dateText(since)) } : {}),
		since: dateText(since),
		from: dateText(from),
		to: dateText(to),
	};
}

/** An account that vanished takes nothing with it: what it listed did not become untrue. */
function readFailure(failure: Failure): Failure {
	if (failure.code !== '701') return failure;
	return {
		...failure,
		title: 'The bank does not know this account any more',
		remedy:
			'No transaction was reported as removed, and the sync state stays good. List the accounts of the customer: it may have been closed, or be shared no more.',
	};
}
