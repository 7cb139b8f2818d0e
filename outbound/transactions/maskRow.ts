import { isWithoutNumbers, maskAccount } from '../fdx/mask';
import { simplifyTransaction, unwrapTransaction, type TransactionRow } from './row';

/**
 * The row of `value` with account, card and routing numbers masked wherever its texts repeat one that another
 * field of the transaction holds, such as `Transfer to 1234567`.
 */
export function maskedRow(value: unknown, row: TransactionRow): TransactionRow {
	if (isWithoutNumbers(value) && unwrapTransaction(value)) return row;
	const masked = simplifyTransaction(maskAccount(value), row.currency);
	return masked ?? { ...row, description: null, merchant: null };
}
