import { isFields, textOf, type Fields } from './record';

/** An FDX record out of its wrapper; `wrapper` is the key that named its type, '' where none did. */
export interface Unwrapped {
	readonly wrapper: string;
	readonly record: Fields;
}

const hasId = (record: Fields, idKey: string) => textOf(record[idKey]) !== null;

/**
 * FDX names a record's type by the one key it is wrapped in (`depositAccount`, `locTransaction`).
 * Any key with the suffix counts, so that types added later unwrap too; a bare record is taken as is.
 */
export function unwrap(value: unknown, suffix: string, idKey: string): Unwrapped | undefined {
	if (!isFields(value)) return undefined;
	const inner = Object.entries(value).flatMap(([key, field]) =>
		isFields(field) ? [{ wrapper: key, record: field }] : [],
	);
	const named = inner.filter(({ wrapper }) => wrapper.endsWith(suffix));
	const wrapped = named.find(({ record }) => hasId(record, idKey)) ?? named[0];
	if (hasId(value, idKey)) return { wrapper: '', record: value };
	if (wrapped) return wrapped;
	const [only] = inner;
	return only && Object.keys(value).length === 1 && hasId(only.record, idKey) ? only : undefined;
}
