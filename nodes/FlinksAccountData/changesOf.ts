import { transactionPages } from '../../outbound/endpoints/accountData';
import { FlinksFailure, type Failure } from '../../outbound/failure';
import { inTurns } from '../../outbound/http/turns';
import { readChanges } from '../../outbound/transactions/changes/readChanges';
import { readingStates } from '../../outbound/transactions/changes/statesText';
import { writingState, type OpenedState } from '../../outbound/transactions/changes/stateText';
import { WINDOW_RULES } from '../../outbound/transactions/changes/window';
import { utcDay } from '../../outbound/transactions/day';
import type { Shape } from '../shared/accounts/shaped';
import type { Customer } from '../shared/client/customer';
import type { Row } from '../shared/output/row';
import type { IdSet } from '../shared/pickers/idSet';
import { askedAccounts } from './askedAccounts';
import { accountReport, changeRows, type AccountReport } from './changeRows';
import { naming } from './failuresOfItem';
import { perAccount } from './perAccount';
import { stateRow } from './stateRow';
import type { StoredState } from './storedState';

interface Job extends Shape {
	readonly accounts: IdSet;
	readonly syncState: StoredState;
	readonly options: Shape['options'] & {
		readonly firstDays?: number | undefined;
		readonly startAgain?: boolean | undefined;
	};
}

/**
 * The changes in the accounts of one customer, and one row with the state to store. Where one account
 * cannot be read the whole item fails, and the state that was stored stays good.
 * @throws FlinksFailure
 */
export async function changesOf({ client, sealing }: Customer, job: Job): Promise<Row[]> {
	const { connectionId, keys } = sealing;
	const { firstDays = WINDOW_RULES.firstDays, startAgain } = job.options;
	const asked = await askedAccounts(client, job.accounts);
	if (asked.failure) throw new FlinksFailure(asked.failure);
	const { accounts } = asked;
	const ids = accounts.flatMap(({ accountId }) => accountId ?? []);
	const stored = await inTurns(readingStates(job.syncState.value, connectionId, ids, keys));
	const today = utcDay(client.runtime.now());
	const rows: Row[] = [];
	const states: string[] = [];
	const reports: AccountReport[] = [];
	const notes = startAgain ? [] : [job.syncState.note].filter((note) => note !== undefined);
	let failure: Failure | undefined;
	const ends = perAccount(client, { chosen: job.accounts, accounts }, async ({ accountId }) => {
		const before: OpenedState = startAgain ? ASKED : stored.of(accountId);
		const rules = { ...WINDOW_RULES, firstDays };
		return await readChanges(
			(days) => transactionPages(client, accountId, days),
			{ connectionId, accountId },
			before,
			today,
			rules,
		);
	});
	for await (const end of ends) {
		if ('failure' in end) {
			const { failure: why, account } = end;
			throw new FlinksFailure(accounts.length > 1 ? naming(why, account.accountId) : why);
		}
		const { accountId, currency } = end.account;
		if ('skipped' in end) {
			notes.push(`Account ${accountId ?? ''}: ${end.skipped.title}. ${end.skipped.remedy}`);
			states.push(stored.textOf(accountId ?? '') ?? '');
			failure ??= end.skipped;
			continue;
		}
		const rowsOfAccount = await changeRows(end.value, job, currency, end.account.accountId);
		for (const row of rowsOfAccount) rows.push(row);
		reports.push(accountReport(end.account.accountId, end.value));
		const scope = { connectionId, accountId: end.account.accountId };
		states.push(await inTurns(writingState(end.value.nextState, scope, keys)));
	}
	if (failure && reports.length === 0) throw new FlinksFailure(failure);
	if (job.accounts === 'all' && stored.others.length > 0)
		notes.push(goneNote(stored.others.length));
	const state = { states: [...states, ...stored.others], accounts: reports, notes };
	return [...rows, stateRow(state)];
}

const ASKED: OpenedState = { kind: 'none', reason: 'asked' };

function goneNote(count: number): string {
	const accounts = count === 1 ? '1 account is' : `${count} accounts are`;
	return `${accounts} not listed any more. No transaction of them was reported as removed, and their sync state is kept.`;
}
