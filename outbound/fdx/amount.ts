import { currencyOf, isFields, listOf, textOf, type Amount, type Fields } from './record';

/** An amount as the provider gave it, with the currency that stands beside it, if any. */
export interface Money {
	readonly amount: string | number;
	readonly currency: string | null;
}

/** A number, a text, or FDX's `{amount, currency}` around either; null where there is none of them. */
export function moneyOf(value: unknown): Money | null {
	if (isFields(value)) {
		const amount = plainAmount(value.amount);
		return amount === null ? null : { amount, currency: currencyOf(value.currency) };
	}
	const amount = plainAmount(value);
	return amount === null ? null : { amount, currency: null };
}

/** Codes of the BAI2 and BTRS reporting standards, the most telling first. */
const LEDGER_CODES = ['030', '015', '010'];
const AVAILABLE_CODES = ['060', '045', '040'];

/**
 * A commercial account may report a list of balances under bank reporting codes instead of one field
 * (FDX 5.3 has both). A single balance without a code is the balance; one of a code not known here is not.
 */
export function listedMoney(account: Fields, kind: 'ledger' | 'available'): Money | null {
	const entries = [...listOf(account.commercialBalances), ...listOf(account.balances)].filter(
		isFields,
	);
	const codes = kind === 'ledger' ? LEDGER_CODES : AVAILABLE_CODES;
	for (const code of codes) {
		const found = entries.find((entry) => codeOf(entry) === code);
		const money = found && moneyIn(found);
		if (money) return money;
	}
	const [only] = entries;
	const isPlain = only !== undefined && entries.length === 1 && codeOf(only) === null;
	return kind === 'ledger' && isPlain ? moneyIn(only) : null;
}

function moneyIn(entry: Fields): Money | null {
	return (
		moneyOf(entry) ??
		moneyOf(entry.amount) ??
		moneyOf(entry.balance) ??
		moneyOf(entry.currentBalance)
	);
}

function codeOf({ commercialCode, code, balanceType, type }: Fields): string | null {
	const inner = isFields(commercialCode) ? commercialCode.code : commercialCode;
	return textOf(inner) ?? textOf(code) ?? textOf(balanceType) ?? textOf(type);
}

function plainAmount(value: unknown): Amount {
	return typeof value === 'number' && Number.isFinite(value) ? value : textOf(value);
}
