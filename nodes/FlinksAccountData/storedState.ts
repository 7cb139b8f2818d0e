import type { IDataObject } from 'n8n-workflow';

import { fieldsOf, valueAt } from '../shared/input/valueAt';

/** What an item brings of the last run, and what an operator should know about it. */
export interface StoredState {
	/** As it is stored: one text, or a list of them; nothing in the first run. */
	readonly value: unknown;
	/** Set where the item has no such field: in the first run, or because its name is a mistake. */
	readonly note: string | undefined;
}

export function storedState(json: IDataObject, field: string): StoredState {
	const value = valueAt(json, field);
	return { value, note: value === undefined ? missingNote(json, field) : undefined };
}

/** A wrong name would otherwise make every run a first one, and nobody would see why. */
function missingNote(json: IDataObject, field: string): string {
	return `The item has no field "${field}", so there was no sync state to go on from. If one is stored, name its field in 'Sync State Field'. ${fieldsOf(json)}`;
}
