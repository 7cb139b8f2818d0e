import { dateText, type Day } from '../day';
import type { TransactionList } from '../transactionList';
import type { Changes } from './change';
import { changesSince } from './changesSince';
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
	const window = await readWindow(list, { scope, since, from, to }, state);
	const changes = changesSince(state, window);
	const reason = startAgain ?? (opened.kind === 'none' ? opened.reason : undefined);
	return {
		...changes,
		...(reason ? { started: reason, startedText: startText(reason, dateText(since)) } : {}),
		since: dateText(since),
		from: dateText(from),
		to: dateText(to),
	};
}
