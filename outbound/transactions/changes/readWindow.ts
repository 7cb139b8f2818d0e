import type { FetchPage } from '../../http/pages';
import { rowsOf } from '../../http/pages';
import { inTurns } from '../../http/turns';
import { dateText, type Day } from '../day';
import type { TransactionList } from '../transactionList';
import { digest, KEY_BYTES } from './digest';
import type { SyncScope, SyncState } from './entry';
import { sortGone } from './gone';
import { compare, observing } from './observe';
import type { WindowRead } from './change';

export interface DaysToRead {
	readonly scope: SyncScope;
	readonly since: Day;
	readonly from: Day;
	readonly to: Day;
}

/** The most times that a list which keeps changing is read. */
const MOST_READINGS = 4;

/**
 * Reads the window so that nothing is passed over. One page is one answer. Several may move while they are read:
 * they are whole where the provider's own count says so and nothing that had been there is gone; otherwise the
 * list is read again, until two readings agree.
 * @throws FlinksFailure where a page cannot be read
 */
export async function readWindow(
	list: TransactionList,
	days: DaysToRead,
	state: SyncState | undefined,
): Promise<WindowRead> {
	let last = await readOnce(list, days);
	for (let reading = 1; !isSurelyWhole(last, state); reading += 1) {
		if (reading === MOST_READINGS) return { ...last.window, settled: false };
		const before = last;
		last = await readOnce(list, days);
		if (last.print === before.print) break;
	}
	return last.window;
}

interface Reading {
	readonly window: WindowRead;
	readonly pages: number;
	/** What each page says that all pages have together. */
	readonly totals: ReadonlySet<number | undefined>;
	readonly repeated: boolean;
	readonly keys: ReadonlySet<string>;
	/** The same for two readings that list the same. */
	readonly print: string;
}

async function readOnce(list: TransactionList, days: DaysToRead): Promise<Reading> {
	const { scope, from, to } = days;
	const totals = new Set<number | undefined>();
	let pages = 0;
	const fetchPage = list({ startTime: dateText(from), endTime: dateText(to) });
	const watched: FetchPage<unknown> = async (cursor) => {
		const page = await fetchPage(cursor);
		pages += 1;
		totals.add(page.total);
		return page;
	};
	const rows: unknown[] = [];
	for await (const row of rowsOf(watched)) rows.push(row);
	const observed = await inTurns(observing(scope, rows));
	const { transactions, unreadable, repeated } = observed;
	const lines = transactions.map(
		({ entry: { key, amount, description, details } }) =>
			`${key} ${amount} ${description} ${details}`,
	);
	return {
		window: { ...days, rows, observed, settled: true },
		pages,
		totals,
		repeated,
		keys: new Set(transactions.map(({ entry }) => entry.key)),
		print: digest(KEY_BYTES, unreadable, ...lines.sort(compare)),
	};
}

function isSurelyWhole(
	{ window, pages, totals, repeated, keys }: Reading,
	state: SyncState | undefined,
): boolean {
	if (pages < 2) return true;
	const isCounted = totals.size === 1 && totals.has(window.rows.length);
	const gone = state?.entries.filter(({ key }) => !keys.has(key)) ?? [];
	return isCounted && !repeated && sortGone(gone, window).missing.length === 0;
}
