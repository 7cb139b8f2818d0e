import type { IDataObject } from 'n8n-workflow';

/** The field of that very name, or the one its dots lead to. */
export function valueAt(json: IDataObject, path: string): unknown {
	if (Object.hasOwn(json, path)) return json[path];
	return path.split('.').reduce<unknown>((value, key) => {
		if (typeof value !== 'object' || value === null) return undefined;
		return new Map<string, unknown>(Object.entries(value)).get(key);
	}, json);
}

const NAMED = 8;

/** For a message: which fields the item has, the first eight by name. */
export function fieldsOf(json: IDataObject): string {
	const names = Object.keys(json);
	const known = names.slice(0, NAMED).join(', ');
	const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : '';
	return `The item has the fields: ${known || 'none'}${more}.`;
}
