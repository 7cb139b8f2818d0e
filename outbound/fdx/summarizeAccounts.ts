import type { AccountRow } from './account';
import { addDecimals, decimalText, readDecimal, ZERO, type Decimal } from './decimal';
import type { Amount } from './record';

/** Whose account it is, as the node knows it; null for the one customer of a connected account. */
export interface Owner {
	readonly reference: string | null;
	readonly connectionId: string | null;
	/** The bank that the customer was sent to; Flinks does not name the one where consent was given. */
	readonly requestedProviderId: string | null;
}

export type OwnedAccount = Owner &
	Pick<AccountRow, 'category' | 'currency' | 'balance' | 'availableBalance' | 'balanceAsOf'>;

/** The accounts of one customer that are of one category, one currency and one date. */
export interface AccountTotal extends Owner {
	readonly category: string | null;
	readonly currency: string | null;
	/** `2026-01-15`, the day as the provider writes it; null where it gives none. */
	readonly asOfDate: string | null;
	readonly accounts: number;
	/** Exact, as text; null where no account has a balance that can be read. */
	readonly totalBalance: string | null;
	readonly totalAvailableBalance: string | null;
	/** How many of `accounts` the totals leave out, because no number could be read. */
	readonly accountsWithoutBalance: number;
	readonly accountsWithoutAvailableBalance: number;
}

interface Sum {
	readonly total: Decimal;
	readonly counted: number;
}

interface Group {
	readonly first: OwnedAccount;
	accounts: number;
	balance: Sum;
	available: Sum;
}

const NOTHING: Sum = { total: ZERO, counted: 0 };

/**
 * One total for each customer, category, currency and as-of date, in order of first appearance.
 * Different currencies are never added: an account whose currency is not given gets a row of its own.
 */
export function summarizeAccounts(accounts: Iterable<OwnedAccount>): AccountTotal[] {
	const groups = new Map<string, Group>();
	for (const account of accounts) {
		const key = account.currency === null ? `alone ${groups.size}` : keyOf(account);
		const group = groups.get(key) ?? emptyGroup(account);
		groups.set(key, group);
		group.accounts += 1;
		group.balance = plus(group.balance, account.balance);
		group.available = plus(group.available, account.availableBalance);
	}
	return [...groups.values()].map(totalOf);
}

function emptyGroup(first: OwnedAccount): Group {
	return { first, accounts: 0, balance: NOTHING, available: NOTHING };
}

function keyOf(account: OwnedAccount): string {
	const { reference, connectionId, requestedProviderId, category, balanceAsOf } = account;
	const currency = codeOf(account.currency);
	const day = dayOf(balanceAsOf);
	return JSON.stringify([reference, connectionId, requestedProviderId, category, currency, day]);
}

function codeOf(currency: string | null): string | null {
	return currency === null ? null : currency.trim().toUpperCase();
}

function dayOf(moment: string | null): string | null {
	return /^\d{4}-\d\d-\d\d(?=$|[T\s])/.exec((moment ?? '').trim())?.[0] ?? null;
}

function plus({ total, counted }: Sum, amount: Amount): Sum {
	const read = amount === null ? undefined : readDecimal(amount);
	return read ? { total: addDecimals(total, read), counted: counted + 1 } : { total, counted };
}

function totalOf({ first, accounts, balance, available }: Group): AccountTotal {
	const { reference, connectionId, requestedProviderId, category, currency, balanceAsOf } = first;
	return {
		reference,
		category,
		currency: codeOf(currency),
		totalBalance: textOf(balance),
		totalAvailableBalance: textOf(available),
		asOfDate: dayOf(balanceAsOf),
		accounts,
		accountsWithoutBalance: accounts - balance.counted,
		accountsWithoutAvailableBalance: accounts - available.counted,
		requestedProviderId,
		connectionId,
	};
}

function textOf({ total, counted }: Sum): string | null {
	return counted === 0 ? null : decimalText(total);
}
