import { simplifyAccount } from '../../outbound/fdx/account';
import { maskAccount } from '../../outbound/fdx/mask';

interface Shape {
	readonly simplify: boolean;
	readonly options: { readonly fullNumbers?: boolean | undefined };
}

/** An account as the operator wants to see it; what cannot be simplified comes as Flinks sent it. */
export function accountRow(account: object, { simplify, options }: Shape): object {
	const { fullNumbers = false } = options;
	const simple = simplify ? simplifyAccount(account, { fullNumbers }) : undefined;
	return simple ?? (fullNumbers ? account : record(maskAccount(account)));
}

function record(value: unknown): object {
	return typeof value === 'object' && value !== null ? value : {};
}
