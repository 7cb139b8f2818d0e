import { amountOf, currencyOf, firstOf, textOf, type Amount, type Fields } from './record';
import { unwrap } from './wrapper';

/** One transaction as one flat row, whatever the type of account; null where not given. */
export interface TransactionRow {
	readonly transactionId: string | null;
	readonly accountId: string | null;
	readonly date: string | null;
	readonly description: string | null;
	readonly amount: Amount;
	/** CREDIT, DEBIT or MEMO. Whether `amount` is signed too is up to the provider. */
	readonly direction: string | null;
	readonly currency: string | null;
	readonly status: string | null;
	readonly type: string | null;
	readonly payee: string | null;
}

/** The transaction inside any `...Transaction` wrapper, or a bare one as nested in account details. */
export function unwrapTransaction(
	value: unknown,
): { readonly wrapper: string; readonly transaction: Fields } | undefined {
	const found = unwrap(value, 'Transaction', 'transactionId');
	return found && { wrapper: found.wrapper, transaction: found.record };
}

/** One readable row; the date is the posting date, else the transaction's own. Undefined if none. */
export function simplifyTransaction(value: unknown): TransactionRow | undefined {
	const found = unwrapTransaction(value);
	if (!found) return undefined;
	const { transaction } = found;
	return {
		transactionId: textOf(transaction.transactionId),
		accountId: textOf(transaction.accountId),
		date: firstOf(transaction, ['postedTimestamp', 'transactionTimestamp'], textOf),
		description: firstOf(transaction, ['description', 'memo'], textOf),
		amount: amountOf(transaction.amount),
		direction: textOf(transaction.debitCreditMemo),
		currency: currencyOf(transaction.currency),
		status: textOf(transaction.status),
		type: textOf(transaction.transactionType),
		payee: textOf(transaction.payee),
	};
}
