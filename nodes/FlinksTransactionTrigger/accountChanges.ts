import { transactionPages } from '../../outbound/endpoints/accountData';
import type { Client } from '../../outbound/http/client';
import { inTurns } from '../../outbound/http/turns';
import type { Listed } from '../../outbound/transactions/changes/change';
import {
	addedRow,
	changedRow,
	removedRow,
	type TransactionChangeRow,
} from '../../outbound/transactions/changes/changeRow';
import { readChanges, type ChangesRead } from '../../outbound/transactions/changes/readChanges';
import { readingState, writingState } from '../../outbound/transactions/changes/stateText';
import { WINDOW_RULES } from '../../outbound/transactions/changes/window';
import { utcDay } from '../../outbound/transactions/day';
import type { WatchedAccount } from './accounts';

export interface AccountChanges extends ChangesRead {
	/** The state after these changes. */
	readonly stateAfter: string;
}

/** So much is read at least, so that what the bank changes a month later is noticed from the start. */
const FIRST_DAYS = 30;

/** How many days before today a look without a state reads, where that many are asked for. */
export const firstDays = (asked = 0) => Math.min(WINDOW_RULES.maxDays, Math.max(FIRST_DAYS, asked));

/**
 * What changed in one account since the state; blank begins with it, so many days back.
 * @throws FlinksFailure where the account cannot be read
 */
export async function accountChanges(
	client: Client,
	{ id }: WatchedAccount,
	connectionId: string,
	state: string,
	daysBack?: number,
): Promise<AccountChanges> {
	const scope = { connectionId, accountId: id };
	const changes = await readChanges(
		(range) => transactionPages(client, id, range),
		scope,
		await inTurns(readingState(state, scope)),
		utcDay(client.runtime.now()),
		{ ...WINDOW_RULES, firstDays: firstDays(daysBack) },
	);
	return { ...changes, stateAfter: await inTurns(writingState(changes.nextState, scope)) };
}

/** One row of the trigger. */
export interface EventRow extends TransactionChangeRow {
	readonly accountName: string | null;
	/** What an operator should know of the look that found it. */
	readonly note: string | null;
}

/** All changes as rows: removed, changed, added, in the order in which a table takes them. */
export function eventRows(
	changes: ChangesRead,
	account: WatchedAccount,
	trouble?: string,
): EventRow[] {
	const { added, changed, removed, notes, startedText } = changes;
	const texts = [trouble, startedText, ...notes.map(({ text }) => text)].filter(Boolean);
	const note = texts.length > 0 ? texts.join(' ') : null;
	const listed = [...changed.map(changedRow), ...added.map((one) => addedRow(one))];
	return [
		...removed.map((one) => ofAccount(removedRow(one), account, note)),
		...listed.map((row) => ofAccount(inCurrency(row, account), account, note)),
	];
}

/** A transaction in the shape of an event that a test event shows. */
export function sampleRow(one: Listed, account: WatchedAccount): EventRow {
	return ofAccount(inCurrency(addedRow(one, 'listed'), account), account, null);
}

/** FDX gives amounts in the currency of the account, where the transaction names none. */
function inCurrency(row: TransactionChangeRow, { currency }: WatchedAccount): TransactionChangeRow {
	return { ...row, currency: row.currency ?? currency };
}

function ofAccount(
	row: TransactionChangeRow,
	{ id, name }: WatchedAccount,
	note: string | null,
): EventRow {
	return { ...row, accountId: id, accountName: name, note };
}
