import { rowsOf } from '../http/pages';
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
 * since a bank may leave out the last day that it is asked for; what both list is given out once.
 * @throws FlinksFailure where a page cannot be read; what came before has been given out then
 */
export async function* listTransactions(
	list: TransactionList,
	{ from, to, limit = Infinity, accountCurrency = null }: ListRules,
): AsyncGenerator<ListedTransaction, void, void> {
	let left = limit;
	let newer: ReadonlyMap<string, number> = new Map();
	for (let last = to; left > 0 && last >= from; last -= SLICE_DAYS) {
		const first = Math.max(from, last - SLICE_DAYS);
		const slice = await readSlice(list, first, last, accountCurrency);
		const given = new Map(newer);
		for (const one of slice) {
			if (wasGiven(one, given)) continue;
			if (left <= 0) return;
			left -= 1;
			yield { row: one.row, value: one.value };
		}
		newer = countsOf(slice);
		if (first === from) return;
	}
}

interface Ranked extends ListedTransaction {
	readonly day: Day;
	/** The same for the same content. */
	readonly text: string;
}

async function readSlice(
	list: TransactionList,
	first: Day,
	last: Day,
	accountCurrency: string | null,
): Promise<Ranked[]> {
	const fetchPage = list({ startTime: dateText(first), endTime: dateText(last) });
	const slice: Ranked[] = [];
	for await (const value of rowsOf(fetchPage)) {
		const row = simplifyTransaction(value, accountCurrency);
		const text = `${row?.transactionId ?? ''} ${JSON.stringify(row ?? value)}`;
		slice.push({ row, value, day: dayIn(row?.date ?? null), text });
	}
	return slice.sort((a, b) => b.day - a.day || (a.text < b.text ? -1 : Number(a.text > b.text)));
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
