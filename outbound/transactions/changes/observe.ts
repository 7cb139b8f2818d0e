import type { Steps } from '../../http/turns';
import { readDecimal, decimalText } from '../../fdx/decimal';
import { dayIn, UNKNOWN_DAY, type Day } from '../day';
import { simplifyTransaction, type TransactionRow } from '../row';
import { digest, FIELD_BYTES, KEY_BYTES } from './digest';
import type { Entry, SyncScope } from './entry';
import { syncIdOf } from './syncId';
import { wordsOf } from './descriptionWords';

/** A transaction that was read, with what the state would remember of it. */
export interface Observed {
	readonly entry: Entry;
	readonly row: TransactionRow;
	/** As Flinks sent it. */
	readonly value: unknown;
}

export interface Observation {
	/** By day, then by key: the same for the same transactions in whatever order they came. */
	readonly transactions: readonly Observed[];
	/** How many rows hold no transaction that can be read. */
	readonly unreadable: number;
	/** True where two rows have the same ID: a page changed meanwhile, or the bank uses one twice. */
	readonly repeated: boolean;
}

/**
 * Takes what was read apart. Equal transactions without an ID, and equal IDs, are numbered. Each step is as short
 * as a transaction.
 */
export function* observing(scope: SyncScope, values: readonly unknown[]): Steps<Observation> {
	const groups = new Map<string, Array<{ row: TransactionRow; value: unknown; rank: string }>>();
	let unreadable = 0;
	for (const value of values) {
		yield;
		const row = simplifyTransaction(value);
		if (!row) {
			unreadable += 1;
			continue;
		}
		const own = identityOf(row);
		const group = groups.get(own) ?? [];
		groups.set(own, group);
		group.push({ row, value, rank: digest(KEY_BYTES, ...contentOf(row)) });
	}
	const transactions: Observed[] = [];
	let repeated = false;
	for (const [own, group] of groups) {
		yield;
		const named = group[0]?.row.transactionId !== null;
		repeated ||= named && group.length > 1;
		group.sort((a, b) => compare(a.rank, b.rank));
		group.forEach(({ row, value }, nth) => {
			transactions.push({ row, value, entry: entryOf(scope, row, keyOf(own, nth)) });
		});
	}
	transactions.sort((a, b) => a.entry.day - b.entry.day || compare(a.entry.key, b.entry.key));
	return { transactions, unreadable, repeated };
}

/** The key of the transaction that has this ID, being the only one. */
export function keyOfId(transactionId: string): string {
	return keyOf(JSON.stringify(['id', transactionId]), 0);
}

/** AUTHORIZATION, MEMO and PENDING of FDX; where the bank gives no status, what is not posted yet. */
export function isPending({ status, postedTimestamp }: TransactionRow): boolean {
	if (status === null) return postedTimestamp === null;
	return /^(AUTHORIZATION|MEMO|PENDING)$/i.test(status.trim());
}

/** The amount with its sign and without zeros at the end, so that `1.10` and `1.1` are one. */
export function plainAmount({ amount }: TransactionRow): string | null {
	const read = amount === null ? undefined : readDecimal(amount);
	if (!read) return amount === null ? null : String(amount);
	const text = decimalText(read);
	return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

export const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function entryOf(scope: SyncScope, row: TransactionRow, key: string): Entry {
	const day = firstDay(row);
	const pending = isPending(row);
	const amount = plainAmount(row);
	const { transactionId } = row;
	const hint = { transactionId, amount, words: wordsOf(row.description) };
	return {
		key,
		syncId: syncIdOf(scope, key, pending ? day : undefined),
		amount: digest(FIELD_BYTES, amount),
		description: digest(FIELD_BYTES, row.description),
		details: digest(FIELD_BYTES, ...detailsOf(row)),
		day,
		anonymous: transactionId === null,
		hint: pending ? hint : undefined,
	};
}

function identityOf(row: TransactionRow): string {
	if (row.transactionId !== null) return JSON.stringify(['id', row.transactionId]);
	const { description, direction, transactionType } = row;
	return JSON.stringify([firstDay(row), plainAmount(row), description, direction, transactionType]);
}

const keyOf = (identity: string, nth: number) => digest(KEY_BYTES, identity, nth);

function contentOf(row: TransactionRow): Array<string | null> {
	return [plainAmount(row), row.description, ...detailsOf(row)];
}

/** Times of day are left out: a bank may write the time of asking into what is pending. */
function detailsOf(row: TransactionRow): Array<string | null> {
	const { date, currency, status, category, merchant, direction, transactionType } = row;
	const transactionDate = row.transactionTimestamp?.trim().slice(0, 10) ?? null;
	return [
		date,
		transactionDate,
		currency,
		status,
		category,
		merchant,
		direction,
		transactionType,
		row.referenceTransactionId,
	];
}

function firstDay({ postedTimestamp, transactionTimestamp }: TransactionRow): Day {
	const days = [dayIn(postedTimestamp), dayIn(transactionTimestamp)];
	const known = days.filter((day) => day !== UNKNOWN_DAY);
	return known.length === 0 ? UNKNOWN_DAY : Math.min(...known);
}
