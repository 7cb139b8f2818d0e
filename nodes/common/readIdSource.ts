import type { IDataObject } from 'n8n-workflow';

import type { Failure } from '../../outbound/failure';
import { checkId, readIds } from '../../outbound/model/ids';
import type { Outcome } from '../../outbound/outcome';
import { done, failed } from '../../outbound/outcome';
import type { IdSource } from './idSource';
import { invalid } from '../shared/fields/invalid';
import type { Parameters } from './parameters';

export type ChosenIds = 'all' | readonly string[];

/** The IDs an item asks for; every ID has been checked, so it can go into a path. */
export function readIdSource(
	parameters: Parameters,
	source: IdSource,
	item: number,
	json: IDataObject,
): Outcome<ChosenIds> {
	const { name, label, withAll } = source;
	const from = parameters.read(`${name}sFrom`, item, withAll ? 'all' : 'list');
	switch (from) {
		case 'all':
			return done('all');
		case 'field': {
			const field = String(parameters.read(`${name}Field`, item, `${name}Id`));
			return check(source, `${label} Field`, valueAt(json, field), emptyField(field, json));
		}
		case 'ids':
			return check(source, `${label} IDs`, parameters.read(`${name}Ids`, item, ''));
		default:
			return check(source, `${label} Names or IDs`, parameters.read(`${name}s`, item, []));
	}
}

function check(
	{ name, label }: IdSource,
	field: string,
	value: unknown,
	whenEmpty = `no ${label.toLowerCase()} was given.`,
): Outcome<ChosenIds> {
	const read = readIds(value);
	if ('problem' in read) return failed(invalid(field, read.problem));
	if (read.ids.length === 0) return failed(invalid(field, whenEmpty));
	for (const id of read.ids) {
		const problem = checkId(id, name);
		if (problem !== undefined) return failed(invalid(field, problem));
	}
	return done(read.ids);
}

/** The field of that very name, or the one its dots lead to. */
export function valueAt(json: IDataObject, path: string): unknown {
	if (Object.hasOwn(json, path)) return json[path];
	return path.split('.').reduce<unknown>((value, key) => {
		if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
		return (value as Record<string, unknown>)[key];
	}, json);
}

function emptyField(field: string, json: IDataObject): string {
	const known = Object.keys(json).slice(0, 8).join(', ');
	return `the item has nothing in its field "${field}". The item has the fields: ${known || 'none'}.`;
}

/** The same check for one ID that stands in a parameter of its own. */
export function checkOneId(
	value: unknown,
	kind: 'account' | 'provider' | 'recipient',
	field: string,
): Failure | string {
	const problem = checkId(typeof value === 'string' ? value.trim() : value, kind);
	return problem === undefined ? String(value).trim() : invalid(field, problem);
}
