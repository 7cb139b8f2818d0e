import { FlinksFailure } from '../failure';
import type { ApiRequest, ApiResponse } from '../wire';

export type JsonRecord = Record<string, unknown>;

export function isRecord(value: unknown): value is JsonRecord {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The body as a list of records that all pass `isRow`.
 * @throws FlinksFailure when it is anything else: a row that is not understood is not dropped silently
 */
export function listIn<T>(
	request: ApiRequest,
	body: unknown,
	isRow: (row: JsonRecord) => row is JsonRecord & T,
): T[] {
	if (!Array.isArray(body)) throw unexpected(request, 'a list was expected');
	return body.map((row: unknown, index) => {
		if (isRecord(row) && isRow(row)) return row;
		throw unexpected(request, `entry ${index + 1} of the list is incomplete`);
	});
}

/** @throws FlinksFailure when the body is not one record */
export function recordIn(request: ApiRequest, { body }: ApiResponse): JsonRecord {
	if (isRecord(body)) return body;
	throw unexpected(request, 'one record was expected');
}

export function unexpected(request: ApiRequest, what: string): FlinksFailure {
	return new FlinksFailure({
		kind: 'unexpected-answer',
		title: `Flinks could not ${request.purpose}: its answer is not in the documented form`,
		remedy: `Check the API Base URL of the credential (${what}). If it is right, tell Flinks support.`,
	});
}

/** Any record will do: FDX leaves every field to the Data Provider. */
export function anyRecord(_row: JsonRecord): _row is JsonRecord {
	return true;
}
