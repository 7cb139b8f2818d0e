import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

import type { Outcome } from '../../../outbound/outcome';
import { done, failed } from '../../../outbound/outcome';
import type { EditorMethods } from './editorMethods';
import type { ItemInput } from '../input/itemInput';

/**
 * What an operator fills in, and how its value is read: one object, so that the editor and the check
 * cannot differ. An expression may give anything; `read` accepts what the editor would let through,
 * and numbers or switches written as text, and refuses the rest with the label of the field.
 */
export interface Field<T> {
	/** What n8n shows. The node builder adds for which operations. */
	readonly properties: readonly INodeProperties[];
	/** List methods that `properties` name. */
	readonly methods?: EditorMethods;
	/** The value for one item; a failure names the field and says what to enter. */
	read(item: ItemInput): Outcome<T>;
}

/** One field for each key of what an item is read into. */
export type FieldsOf<T> = { readonly [K in keyof T]: Field<T[K]> };

type Show = NonNullable<IDisplayOptions['show']>;

/** The same field, shown only where other fields have one of these values. */
export function shownFor<T>(show: Show, field: Field<T>): Field<T> {
	return { ...field, properties: withShow(show, field.properties) };
}

export function withShow(show: Show, properties: readonly INodeProperties[]): INodeProperties[] {
	return properties.map((property) => ({
		...property,
		displayOptions: {
			...property.displayOptions,
			show: { ...show, ...property.displayOptions?.show },
		},
	}));
}

/** The same field read into something else; `change` may refuse. */
export function mapped<A, B>(
	field: Field<A>,
	change: (value: A, item: ItemInput) => Outcome<B>,
): Field<B> {
	return {
		...field,
		read(item) {
			const value = field.read(item);
			return value.kind === 'failed' ? value : change(value.value, item);
		},
	};
}

/** For what holds for the whole run: the value of the first item counts for all. */
export function ofFirstItem<T>(field: Field<T>): Field<T> {
	return { ...field, read: (item) => field.read(item.first) };
}

/** Reads every field; the first failure counts. */
export function readAll<T extends object>(fields: FieldsOf<T>, item: ItemInput): Outcome<T> {
	const read: Partial<T> = {};
	for (const key of keysOf(fields)) {
		const value = fields[key].read(item);
		if (value.kind === 'failed') return value;
		read[key] = value.value;
	}
	return isWhole(fields, read) ? done(read) : failed(HALF_READ);
}

/** The keys of an object literal, typed. */
export function keysOf<T extends object>(value: T): Array<keyof T> {
	const keys: Array<keyof T> = [];
	for (const key in value) keys.push(key);
	return keys;
}

function isWhole<T extends object>(fields: FieldsOf<T>, read: Partial<T>): read is T {
	return keysOf(fields).every((key) => Object.hasOwn(read, key));
}

const HALF_READ = {
	kind: 'unexpected-answer',
	title: 'The fields of the node were not all read',
	remedy: 'Report it to the maintainers of the package.',
} as const;
