import { maskAccount } from '../../../outbound/fdx/mask';
import { isFields } from '../../../outbound/fdx/record';

/** How an operator wants records: readable or as Flinks sent them, with whole numbers or not. */
export interface Shape {
	readonly simplify: boolean;
	readonly options: { readonly fullNumbers?: boolean | undefined };
}

interface NumberOptions {
	readonly fullNumbers: boolean;
}

/** A record as the operator wants to see it; what cannot be simplified comes as Flinks sent it. */
export function shaped(
	record: unknown,
	{ simplify, options }: Shape,
	simplified: (record: unknown, options: NumberOptions) => object | undefined,
): object {
	const { fullNumbers = false } = options;
	const simple = simplify ? simplified(record, { fullNumbers }) : undefined;
	if (simple) return simple;
	const copy = fullNumbers ? record : maskAccount(record);
	return isFields(copy) ? copy : {};
}
