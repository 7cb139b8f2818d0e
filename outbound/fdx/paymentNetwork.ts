import type { NumberOptions } from './account';
import { maskBankId, shownNumber } from './mask';
import { booleanOf, isFields, textOf } from './record';

/** One way of paying into or out of an account; `identifier` is usually the full account number. */
export interface PaymentNetworkRow {
	readonly type: string | null;
	readonly bankId: string | null;
	readonly identifier: string | null;
	readonly identifierType: string | null;
	readonly transferIn: boolean | null;
	readonly transferOut: boolean | null;
}

/**
 * One readable row; the identifier, and a bank's number that holds the branch, are masked unless
 * `fullNumbers`. Undefined if no object.
 */
export function simplifyPaymentNetwork(
	value: unknown,
	{ fullNumbers }: NumberOptions = { fullNumbers: false },
): PaymentNetworkRow | undefined {
	if (!isFields(value)) return undefined;
	return {
		type: textOf(value.type),
		bankId: shownNumber(textOf(value.bankId), fullNumbers, maskBankId),
		identifier: shownNumber(textOf(value.identifier), fullNumbers),
		identifierType: textOf(value.identifierType),
		transferIn: booleanOf(value.transferIn),
		transferOut: booleanOf(value.transferOut),
	};
}
