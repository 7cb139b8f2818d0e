import { readDecimal } from '../fdx/decimal';
import type { Amount } from '../fdx/record';

/**
 * The amount with the sign that `debitCreditMemo` gives it: DEBIT negative, CREDIT positive, whatever sign the
 * bank put there itself. Flinks' samples show positive amounts with the direction beside them, and do not say
 * that every bank does so. Without CREDIT or DEBIT, or where the amount is no plain number, it stays as it came.
 */
export function signed(amount: Amount, direction: string | null): Amount {
	const sign = { DEBIT: '-', CREDIT: '' }[direction?.trim().toUpperCase() ?? ''];
	if (amount === null || sign === undefined || !readDecimal(amount)) return amount;
	if (typeof amount === 'number') {
		const size = Math.abs(amount);
		return sign === '-' && size !== 0 ? -size : size;
	}
	const digits = amount.trim().replace(/^[+-]/, '');
	return /[1-9]/.test(digits) ? `${sign}${digits}` : digits;
}
