import { isRecord, type JsonRecord } from '../model/isRecord';

export type Fields = JsonRecord;
export type Amount = string | number | null;

export const isFields = isRecord;

/** A non-blank text (numbers become text), or null. */
export function textOf(value: unknown): string | null {
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** An amount as the provider gave it, number or text, or null. */
export function amountOf(value: unknown): Amount {
	return typeof value === 'number' && Number.isFinite(value) ? value : textOf(value);
}

export const booleanOf = (value: unknown): boolean | null =>
	typeof value === 'boolean' ? value : null;

/** What `read` makes of the first of these fields that is present, or null. */
export function firstOf<T>(
	fields: Fields,
	keys: readonly string[],
	read: (value: unknown) => T | null,
): T | null {
	for (const key of keys) {
		const found = read(fields[key]);
		if (found !== null) return found;
	}
	return null;
}

/** The ISO code, whether the provider gives FDX's currency object or just the code. */
export function currencyOf(value: unknown): string | null {
	return isFields(value)
		? firstOf(value, ['currencyCode', 'originalCurrencyCode'], textOf)
		: textOf(value);
}

/** A list, also where the provider sends a single value instead. */
export function listOf(value: unknown): readonly unknown[] {
	if (value === undefined || value === null) return [];
	return Array.isArray(value) ? value : [value];
}
