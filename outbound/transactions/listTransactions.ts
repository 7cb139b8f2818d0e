import type { Failure } from '../failure';
import { readRows } from '../http/pages';
import { mapInTurns, turns } from '../http/turns';
import { dateText, dayIn, type Day } from './day';
import { simplifyTransaction, type TransactionRow } from './row';
import type { TransactionList } from './transactionList';

export interface ListedTransaction {
	/** Undefined where `value` holds no transaction that can be read. */
	readonly row: TransactionRow | undefined;
	/** As Flinks sent it. */
	readonly value: unknown;
}

export interface ListRules {
	/** First and last day, both included. */
	readonly from: Day;
	readonly to: Day;
	/** The most transactions to yield; undefined for all. */
	readonly limit?: number | undefined;
	readonly accountCurrency?: string | null;
}

/** A month at a time: what is held in memory does not grow with the range. */
const SLICE_DAYS = 31;

/**
 * The transactions of an account, the newest first and always in the same order, whatever order the bank lists them
 * in. The range is read in months, each sorted and given out before the next is asked for. Neighbours share a day,
 * since a bank may leave out the last day that it is asked for; what both list is given out once. Where the pages
 * of a month do not lead to their end, what was read of it is given out and the list ends with the reason.
 * @throws FlinksFailure where a page cannot be fetched; what came before has been given out then
 */
export async function* listTransactions(
	list: TransactionList,
	{ from, to, limit = Infinity, accountCurrency = null }: ListRules,
): AsyncGenerator<ListedTransaction, Failure | undefined, void> {
	let left = limit;
	let newer: ReadonlyMap<string, number> = new Map();
	for (let last = to; left > 0 && last >= from; last -= SLICE_DAYS) {
		const first = Math.max(from, last - SLICE_DAYS);
		const { slice, failure } = await readSlice(list, first, last, accountCurrency);
		const given = new Map(newer);
		for (const one of slice) {
			if (wasGiven(one, given)) continue;
			if (left <= 0) return undefined;
			left -= 1;
			yield { row: one.row, value: one.value };
			if (turns.isDue()) await turns.next();
		}
		if (failure && left > 0) return failure;
		if (first === from) return undefined;
		newer = countsOf(slice);
	}
	return undefined;
}

interface Ranked extends ListedTransaction {
	readonly day: Day;
	/** The same for the same content. */
	readonly text: string;
}

interface Slice {
	readonly slice: readonly Ranked[];
	/** Why there is no more of it, where its pages do not lead to its end. */
	readonly failure: Failure | undefined;
}

async function readSlice(
	list: TransactionList,
	first: Day,
	last: Day,
	accountCurrency: string | null,
): Promise<Slice> {
	const fetchPage = list({ startTime: dateText(first), endTime: dateText(last) });
	const { rows, failure } = await readRows(fetchPage);
	const slice = await mapInTurns(rows, (value): Ranked => {
		const row = simplifyTransaction(value, accountCurrency);
		const text = `${row?.transactionId ?? ''} ${JSON.stringify(row ?? value)}`;
		return { row, value, day: dayIn(row?.date ?? null), text };
	});
	slice.sort((a, b) => b.day - a.day || (a.text < b.text ? -1 : Number(a.text > b.text)));
	return { slice, failure };
}

/** Equal ones are as many as the slice that lists most of them says. */
function wasGiven({ text }: Ranked, given: Map<string, number>): boolean {
	const count = given.get(text) ?? 0;
	if (count > 0) given.set(text, count - 1);
	return count > 0;
}

function countsOf(slice: readonly Ranked[]): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const { text } of slice) counts.set(text, (counts.get(text) ?? 0) + 1);
	return counts;
}
