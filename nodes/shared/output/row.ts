import type { IBinaryKeyData, IDataObject } from 'n8n-workflow';

import type { Failure } from '../../../outbound/failure';
import type { Outcome } from '../../../outbound/outcome';
import { done } from '../../../outbound/outcome';

/** One item that comes out. */
export interface Row {
	readonly json: IDataObject;
	/** Files, by the name of the field that n8n shows them in. */
	readonly binary?: IBinaryKeyData;
	/** The name of the output, where the operation has several; the first one without it. */
	readonly output?: string;
}

/** What was done of an item before it failed, and why there is no more. */
export interface Part {
	readonly kind: 'part';
	readonly rows: readonly Row[];
	readonly failure: Failure;
}

/** What an item ends as: rows that point back to it, one failure, or both where only a part was done. */
export type ItemResult = Outcome<readonly Row[]> | Part;

/** All rows of an item, or those before its failure. */
export function wholeOrPart(rows: readonly Row[], failure: Failure | undefined): ItemResult {
	if (failure === undefined) return done(rows);
	return rows.length === 0 ? { kind: 'failed', failure } : { kind: 'part', rows, failure };
}

/** The same result with other rows. */
export function mapRows(result: ItemResult, change: (row: Row) => Row): ItemResult {
	if (result.kind === 'failed') return result;
	if (result.kind === 'done') return done(result.value.map(change));
	return { ...result, rows: result.rows.map(change) };
}

/** Rows without files, for the first output. */
export function rowsFrom(rows: Iterable<object>): Row[] {
	return Array.from(rows, (row) => ({ json: { ...row } }));
}
