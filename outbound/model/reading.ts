import { isRecord, type JsonRecord } from './isRecord';

/** Stands in a row where an ID or a status should be, and Flinks gave none that can be read. */
export const UNKNOWN = 'UNKNOWN';

/** A status that is not in Flinks' list; spelled so that the list stays visible beside it. */
export type OtherText = string & Record<never, never>;

/** What a field may hold that need not be there: null where it holds nothing of the documented kind. */
export type Given<T> = T | null | undefined;

/** How a row of an answer is read: nothing of it is lost, and what its type claims is so. */
export interface RowReader<T> {
	/** Without these a row cannot be told from others. */
	readonly ids: readonly string[];
	read(row: JsonRecord): T;
}

/** A number or switch counts as what it looks like, a list of texts as one text. */
export function text(value: unknown): Given<string> {
	if (typeof value === 'string' || value === undefined) return value;
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	const isList = Array.isArray(value) && value.every((one) => typeof one === 'string');
	return isList ? value.join(' ') : null;
}

export function textId(value: unknown): string {
	if (typeof value === 'number') return String(value);
	return typeof value === 'string' && value.trim() !== '' ? value : UNKNOWN;
}

/** A number, as Flinks documents provider IDs, or text where one comes so. */
export function numberId(value: unknown): number | string {
	return typeof value === 'number' ? value : textId(value);
}

/** One that Flinks' list does not hold stays as it came. */
export function status<T extends string>(_known: readonly T[], value: unknown): T | OtherText {
	return typeof value === 'string' && value.trim() !== '' ? value : UNKNOWN;
}

/** A single value counts as a list of one; an entry that cannot be read is flagged in its place. */
export function texts(value: unknown): Given<string[]> {
	if (value === undefined || value === null) return value;
	const entries: readonly unknown[] = Array.isArray(value) ? value : [value];
	return entries.map((entry) => text(entry) ?? UNKNOWN);
}

export function record<T>(value: unknown, read: (row: JsonRecord) => T): Given<T> {
	if (value === undefined) return undefined;
	return isRecord(value) ? read(value) : null;
}

/** An entry that is no record becomes one without fields, so that the others keep their places. */
export function records<T>(value: unknown, read: (row: JsonRecord) => T): Given<T[]> {
	if (value === undefined || value === null) return value;
	const entries: readonly unknown[] = Array.isArray(value) ? value : [value];
	return entries.map((entry) => read(isRecord(entry) ? entry : {}));
}
