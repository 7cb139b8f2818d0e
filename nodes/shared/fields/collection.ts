import type { INodeProperties } from 'n8n-workflow';

import type { Outcome } from '../../../outbound/outcome';
import { done, failed } from '../../../outbound/outcome';
import { mergedMethods } from './editorMethods';
import type { ItemInput } from '../input/itemInput';
import { inside } from '../input/itemInput';
import type { Field, FieldsOf } from './field';
import { keysOf } from './field';
import { invalid } from './invalid';

/** What was added to a collection; undefined what was not. */
export type Added<T> = { readonly [K in keyof T]?: T[K] };

/** Fields that an operator adds one by one. What was not added is undefined, whatever its default. */
function collection<T extends object>(options: {
	readonly name: string;
	readonly label: string;
	/** The words of the button, e.g. `Add filter`. */
	readonly placeholder: string;
	readonly fields: FieldsOf<T>;
}): Field<Added<T>> {
	const { name, label, placeholder, fields } = options;
	const all = keysOf(fields).map((key) => fields[key]);
	return {
		properties: [
			{
				displayName: label,
				name,
				type: 'collection',
				placeholder,
				default: {},
				options: all.flatMap(({ properties }) => [...properties]).sort(byName),
			},
		],
		methods: mergedMethods(all),
		read(item) {
			const given = item.value(name, {});
			if (typeof given !== 'object' || Array.isArray(given)) {
				return failed(
					invalid(
						label,
						'it is not an object. Use an expression that gives an object with fields.',
					),
				);
			}
			// The usual case, and asked for every item.
			if (given === null || Object.keys(given).length === 0) return done({});
			return readAdded(fields, inside(item, name));
		},
	};
}

/** The `Options` at the end of an operation. */
export function options<T extends object>(fields: FieldsOf<T>): Field<Added<T>> {
	return collection({ name: 'options', label: 'Options', placeholder: 'Add option', fields });
}

/** The `Filters` of a list. */
export function filters<T extends object>(fields: FieldsOf<T>): Field<Added<T>> {
	return collection({ name: 'filters', label: 'Filters', placeholder: 'Add filter', fields });
}

function readAdded<T extends object>(fields: FieldsOf<T>, item: ItemInput): Outcome<Added<T>> {
	const added: { [K in keyof T]?: T[K] } = {};
	for (const key of keysOf(fields)) {
		const field = fields[key];
		if (!field.properties.some(({ name }) => item.value(name, undefined) !== undefined)) continue;
		const value = field.read(item);
		if (value.kind === 'failed') return value;
		added[key] = value.value;
	}
	return done(added);
}

function byName(a: INodeProperties, b: INodeProperties): number {
	return a.displayName.localeCompare(b.displayName);
}
