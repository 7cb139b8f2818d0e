import type { Account, Transaction } from '../store/bank';
import { sevenDigits } from '../timestamps';

export interface Posting {
	readonly id: string;
	/** Milliseconds since 1970. */
	readonly at: number;
	/** Negative leaves the account. */
	readonly amount: number;
	readonly description: string;
	readonly status: 'POSTED' | 'PENDING';
}

/** A transaction of this account as the API writes it. */
export function posting(
	account: Account,
	{ id, at, amount, description, status }: Posting,
): Transaction {
	return {
		postedAt: at,
		record: {
			accountId: account.id,
			transactionId: id,
			postedTimestamp: sevenDigits(at),
			transactionTimestamp: sevenDigits(at),
			description,
			...moved(amount),
			status,
			transactionType: amount < 0 ? 'POSDEBIT' : 'DIRECTDEPOSIT',
		},
	};
}

/** What an amount that may be negative is in a record: a direction, and how much. */
export function moved(amount: number): { debitCreditMemo: 'CREDIT' | 'DEBIT'; amount: number } {
	return { debitCreditMemo: amount < 0 ? 'DEBIT' : 'CREDIT', amount: Math.abs(amount) };
}

/** An id that no transaction of any account has had. */
export function newTransactionId(account: Account): string {
	account.idsGiven += 1;
	return `NEW-${account.id.slice(0, 8)}-${String(account.idsGiven).padStart(6, '0')}`;
}
