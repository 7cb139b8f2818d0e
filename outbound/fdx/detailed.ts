import { unwrapAccount } from './account';

/** What Flinks documents of a lightweight account; the account itself has more. */
const LIGHTWEIGHT: ReadonlySet<string> = new Set([
	'accountCategory',
	'accountId',
	'accountNumberDisplay',
	'accountType',
	'currency',
	'description',
	'nickname',
	'productName',
	'status',
]);

/** Whether a list gives more of an account than its lightweight fields, as was asked for. */
export function isDetailed(value: unknown): boolean {
	const fields = Object.keys(unwrapAccount(value)?.account ?? {});
	return fields.some((field) => !LIGHTWEIGHT.has(field));
}
