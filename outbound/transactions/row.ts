import {
	amountOf,
	currencyOf,
	firstOf,
	isFields,
	textOf,
	type Amount,
	type Fields,
} from '../fdx/record';
import { unwrap } from '../fdx/wrapper';
import { signed } from './signed';

/** One transaction as one flat row, what people look for first: the same keys whatever the type of account; null where not given. */
export interface TransactionRow {
	/** `2026-01-15`, the day of posting, else of the transaction, as the bank writes it: no time zone is applied. */
	readonly date: string | null;
	readonly description: string | null;
	/** Negative where money left the account. See `signed`. */
	readonly amount: Amount;
	readonly currency: string | null;
	readonly status: string | null;
	readonly category: string | null;
	readonly merchant: string | null;
	/** CREDIT, DEBIT or MEMO, as the bank says it. */
	readonly direction: string | null;
	readonly transactionType: string | null;
	readonly postedTimestamp: string | null;
	readonly transactionTimestamp: string | null;
	readonly transactionId: string | null;
	/** The transaction that this one refers to, where the bank names one. */
	readonly referenceTransactionId: string | null;
	readonly accountId: string | null;
}

/** The transaction inside any `...Transaction` wrapper, or a bare one as nested in account details. */
export function unwrapTransaction(
	value: unknown,
): { readonly wrapper: string; readonly transaction: Fields } | undefined {
	const found = unwrap(value, 'Transaction', 'transactionId');
	return found && { wrapper: found.wrapper, transaction: found.record };
}

/**
 * One readable row for a transaction of any kind of account. `accountCurrency` fills in where the transaction
 * names no currency, since FDX gives amounts in the currency of the account. Undefined where `value` holds none.
 */
export function simplifyTransaction(
	value: unknown,
	accountCurrency: string | null = null,
): TransactionRow | undefined {
	const transaction = unwrapTransaction(value)?.transaction;
	if (!transaction) return undefined;
	const direction = textOf(transaction.debitCreditMemo);
	const postedTimestamp = textOf(transaction.postedTimestamp);
	const transactionTimestamp = textOf(transaction.transactionTimestamp);
	return {
		date: dateOf(postedTimestamp) ?? dateOf(transactionTimestamp),
		description: firstOf(transaction, ['description', 'memo', 'symbol'], textOf),
		amount: signed(amountOf(transaction.amount), direction),
		currency: currencyOf(transaction.currency) ?? accountCurrency,
		status: textOf(transaction.status),
		category: categoryOf(transaction),
		merchant: firstOf(transaction, ['payee', 'merchantName', 'merchant'], nameOf),
		direction,
		transactionType: textOf(transaction.transactionType),
		postedTimestamp,
		transactionTimestamp,
		transactionId: textOf(transaction.transactionId),
		referenceTransactionId: textOf(transaction.referenceTransactionId),
		accountId: textOf(transaction.accountId),
	};
}

function dateOf(timestamp: string | null): string | null {
	return /^\d{4}-\d\d-\d\d(?!\d)/.exec((timestamp ?? '').trim())?.[0] ?? null;
}

function categoryOf({ category, subCategory }: Fields): string | null {
	const parts = [textOf(category), textOf(subCategory)].filter((part) => part !== null);
	return parts.length === 0 ? null : [...new Set(parts)].join(': ');
}

function nameOf(value: unknown): string | null {
	return isFields(value) ? textOf(value.name) : textOf(value);
}
