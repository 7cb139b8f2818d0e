import type { IBinaryKeyData, IDataObject } from 'n8n-workflow';

import type { Outcome } from '../../../outbound/outcome';

/** One item that comes out. */
export interface Row {
	readonly json: IDataObject;
	/** Files, by the name of the field that n8n shows them in. */
	readonly binary?: IBinaryKeyData;
	/** The name of the output, where the operation has several; the first one without it. */
	readonly output?: string;
}

/** What an item ends as: rows that point back to it, or one failure. */
export type ItemResult = Outcome<readonly Row[]>;

/** Rows without files, for the first output. */
export function rowsFrom(rows: Iterable<object>): Row[] {
	return Array.from(rows, (row) => ({ json: { ...row } }));
}
