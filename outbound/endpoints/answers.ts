import { FlinksFailure } from '../failure';
import type { Client } from '../http/client';
import { mapInTurns } from '../http/turns';
import { isRecord, type JsonRecord } from '../model/isRecord';
import type { RowReader } from '../model/reading';
import { UNKNOWN } from '../model/reading';
import type { ApiRequest } from '../wire';

/**
 * Asks for a list. A row that cannot be read well stays in its place, what is odd in it flagged as
 * UNKNOWN: one bad row must not take the others along.
 * @throws FlinksFailure, also where the answer is no list, or holds no row of the documented kind
 */
export async function askList<T>(
	client: Client,
	request: ApiRequest,
	rows: RowReader<T>,
): Promise<T[]> {
	const { body } = await client.send(request);
	const entries = entriesOf(request, body);
	if (entries.length > 0 && !entries.some((entry) => isKnown(entry, rows))) {
		throw unexpected(request, 'no entry of the list is in the documented form');
	}
	return await mapInTurns(entries, (entry) => rows.read(isRecord(entry) ? entry : {}));
}

/** @throws FlinksFailure, also where the answer is not one row of the documented kind */
export async function askOne<T>(
	client: Client,
	request: ApiRequest,
	rows: RowReader<T>,
	what: string,
): Promise<T> {
	const { body } = await client.send(request);
	if (isRecord(body) && isKnown(body, rows)) return rows.read(body);
	throw unexpected(request, `one ${what} was expected`);
}

/** Data access leaves every field to the provider, so that any record will do; others are flagged. */
export function recordsIn(request: ApiRequest, list: unknown): JsonRecord[] {
	const entries = entriesOf(request, list);
	if (entries.length > 0 && !entries.some(isRecord)) {
		throw unexpected(request, 'no entry of the list is in the documented form');
	}
	return entries.map((entry) => (isRecord(entry) ? entry : { [UNKNOWN]: kindOf(entry) }));
}

/**
 * For a success that Flinks' pages do not describe.
 * @param what was expected, for who checks the address: never what came, which may be secret
 */
export function unexpected(request: ApiRequest, what: string): FlinksFailure {
	return new FlinksFailure({
		kind: 'unexpected-answer',
		title: `Flinks could not ${request.purpose}: its answer is not in the documented form`,
		remedy: `Check the API Base URL of the credential (${what}). If it is right, tell Flinks support.`,
		...(request.method === 'GET' ? {} : { ambiguous: true }),
	});
}

function entriesOf(request: ApiRequest, list: unknown): readonly unknown[] {
	if (Array.isArray(list)) return list;
	throw unexpected(request, 'a list was expected');
}

function isKnown<T>(entry: unknown, { ids }: RowReader<T>): boolean {
	return isRecord(entry) && ids.every((id) => isId(entry[id]));
}

const isId = (value: unknown) =>
	typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');

/** Only the kind of what came instead: it may be anything, also something not to be shown. */
const kindOf = (entry: unknown) =>
	entry === null ? 'null' : Array.isArray(entry) ? 'a list' : `a ${typeof entry}`;
