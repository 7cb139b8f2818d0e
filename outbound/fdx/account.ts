import { listedMoney, moneyOf } from './amount';
import { categoryOf } from './category';
import { maskAccount, maskNumber } from './mask';
import { currencyOf, firstOf, isFields, textOf, type Amount, type Fields } from './record';
import { unwrap } from './wrapper';

/** One account as one flat row, what people look for first: the same keys whatever the type of account; null where not given. */
export interface AccountRow {
	readonly name: string | null;
	readonly balance: Amount;
	readonly currency: string | null;
	readonly availableBalance: Amount;
	readonly category: string | null;
	readonly accountType: string | null;
	readonly accountNumberDisplay: string | null;
	readonly balanceAsOf: string | null;
	readonly status: string | null;
	readonly accountId: string | null;
	/** Both only where full numbers were asked for. */
	readonly accountNumber?: string | null;
	readonly routingTransitNumber?: string | null;
}

export interface NumberOptions {
	readonly fullNumbers: boolean;
}

/** The account inside any `...Account` wrapper, or a bare one; undefined where there is no account. */
export function unwrapAccount(
	value: unknown,
): { readonly wrapper: string; readonly account: Fields } | undefined {
	const found = unwrap(value, 'Account', 'accountId');
	return found && { wrapper: found.wrapper, account: found.record };
}

function displayOf(account: Fields): string | null {
	const shown = textOf(account.accountNumberDisplay);
	if (shown !== null) return shown;
	const number = textOf(account.accountNumber);
	return number === null || number.startsWith('***') ? number : maskNumber(number);
}

function toRow(typeName: string, account: Fields, display: string | null): AccountRow {
	const category = categoryOf(typeName);
	const balance = firstOf(account, category.balance, moneyOf) ?? listedMoney(account, 'ledger');
	const available =
		firstOf(account, category.available, moneyOf) ?? listedMoney(account, 'available');
	return {
		name: firstOf(account, ['nickname', 'productName', 'description'], textOf),
		balance: balance?.amount ?? null,
		// The currency beside the amount is the amount's own; the account's may be another.
		currency: balance?.currency ?? currencyOf(account.currency) ?? available?.currency ?? null,
		availableBalance: available?.amount ?? null,
		category: category.name,
		accountType: textOf(account.accountType),
		accountNumberDisplay: display,
		balanceAsOf: textOf(account.balanceAsOf),
		status: textOf(account.status),
		accountId: textOf(account.accountId),
	};
}

/**
 * One readable row for any account. Amounts stay as the provider gave them. Full account and routing
 * numbers are added only with `fullNumbers`. Undefined where `value` holds no account.
 */
export function simplifyAccount(
	value: unknown,
	{ fullNumbers }: NumberOptions = { fullNumbers: false },
): AccountRow | undefined {
	const found = unwrapAccount(value);
	if (!found) return undefined;
	const { wrapper, account } = found;
	const masked = maskAccount(account);
	const safe = isFields(masked) ? masked : {};
	const isNamed = wrapper !== '' && wrapper !== 'account';
	const typeName = isNamed ? wrapper : (textOf(account.accountCategory) ?? '');
	if (!fullNumbers) return toRow(typeName, safe, displayOf(safe));
	return {
		...toRow(typeName, account, displayOf(safe)),
		accountNumber: textOf(account.accountNumber),
		routingTransitNumber: textOf(account.routingTransitNumber),
	};
}
