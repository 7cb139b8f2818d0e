import type { Account, Transaction } from '../store/bank';
import { DAY_MS, sevenDigits } from '../timestamps';
import type { Change } from './change';
import { moved, newTransactionId, posting } from './record';

const STATES = { vanish: 'vanished', close: 'closed', return: 'open' } as const;

/**
 * Does one change to an account at `now`. Gives the id of the transaction as it is afterwards, or the
 * account's where the change is about that. Throws a RangeError where there is no such transaction.
 */
export function applyChange(account: Account, change: Change, now: number): string {
	switch (change.do) {
		case 'add': {
			const { amount, description, status } = change;
			const at = change.date === undefined ? now : onDay(change.date, now);
			const id = change.id ?? newTransactionId(account);
			put(account, posting(account, { id, at, amount, description, status }));
			return id;
		}
		case 'settle': {
			const before = taken(account, change.id);
			const id = settledId(account, change);
			const after = edited(before, change, now);
			put(account, changed(after, { transactionId: id, status: 'POSTED' }));
			return id;
		}
		case 'correct':
			put(account, edited(taken(account, change.id), change, now));
			return change.id;
		case 'twin': {
			const id = newTransactionId(account);
			put(account, changed(found(account, change.id), { transactionId: id }));
			return id;
		}
		case 'remove':
			taken(account, change.id);
			return change.id;
		default:
			account.state = STATES[change.do];
			return account.id;
	}
}

function settledId(account: Account, { id, newId }: Extract<Change, { do: 'settle' }>): string {
	if (typeof newId === 'string') return newId;
	return newId ? newTransactionId(account) : id;
}

/** Newest first; of two at the same moment the one put in last comes first. */
function put(account: Account, transaction: Transaction): void {
	const { transactions } = account;
	const at = transactions.findIndex(({ postedAt }) => postedAt <= transaction.postedAt);
	const place = at < 0 ? transactions.length : at;
	account.transactions = [
		...transactions.slice(0, place),
		transaction,
		...transactions.slice(place),
	];
}

function found(account: Account, id: string): Transaction {
	const one = account.transactions.find(({ record }) => record.transactionId === id);
	if (!one) throw new RangeError(`The account has no transaction ${id}`);
	return one;
}

function taken(account: Account, id: string): Transaction {
	const one = found(account, id);
	account.transactions = account.transactions.filter((other) => other !== one);
	return one;
}

interface Edit {
	readonly amount?: number | undefined;
	readonly description?: string | undefined;
	readonly date?: string | undefined;
}

function edited(
	before: Transaction,
	{ amount, description, date }: Edit,
	now: number,
): Transaction {
	const postedAt = date === undefined ? before.postedAt : onDay(date, now);
	const after = changed(before, {
		...(amount === undefined ? {} : moved(amount)),
		...(description === undefined ? {} : { description }),
		...(date === undefined ? {} : { postedTimestamp: sevenDigits(postedAt) }),
	});
	return { ...after, postedAt };
}

function changed(before: Transaction, fields: object): Transaction {
	return { ...before, record: { ...before.record, ...fields } };
}

/** That day at the time of day it is now. */
function onDay(date: string, now: number): number {
	return Date.parse(date) + (now % DAY_MS);
}
