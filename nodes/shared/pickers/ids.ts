import type { IdKind } from '../../../outbound/model/ids';
import { checkId, readIds } from '../../../outbound/model/ids';
import type { Outcome } from '../../../outbound/outcome';
import { done, failed } from '../../../outbound/outcome';
import { dropdownOf, type EditorList, methodsOf } from '../editor/editorList';
import type { Field } from '../fields/field';
import { ID_KINDS, type Pickable } from './idKinds';
import { invalid } from '../fields/invalid';

/** Some IDs, each once, checked so that they can go into a path. */
export function checkedIds(
	label: string,
	kind: IdKind,
	value: unknown,
): Outcome<readonly string[]> {
	const read = readIds(value);
	if ('problem' in read) return failed(invalid(label, read.problem));
	if (read.ids.length === 0) return failed(invalid(label, `no ${kind} was given.`));
	for (const id of read.ids) {
		const problem = checkId(id, kind);
		if (problem !== undefined) return failed(invalid(label, problem));
	}
	return done(read.ids);
}

/** One ID, checked so that it can go into a path. */
export function checkedId(label: string, kind: IdKind, value: unknown): Outcome<string> {
	const id = typeof value === 'string' ? value.trim() : value;
	const problem = checkId(id, kind);
	return problem === undefined ? done(String(id)) : failed(invalid(label, problem));
}

/** IDs picked by name, or given by an expression. */
export function pickedIds(options: {
	readonly name: string;
	readonly of: Pickable;
	readonly list: EditorList;
	/** In front of how to choose. */
	readonly description?: string;
}): Field<readonly string[]> {
	const { name, of, list, description } = options;
	const label = `${ID_KINDS[of].label} Names or IDs`;
	const how =
		'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>';
	return {
		properties: [
			{
				displayName: label,
				name,
				type: 'multiOptions',
				typeOptions: { loadOptionsMethod: dropdownOf(list) },
				default: [],
				description: description === undefined ? how : `${description}. ${how}.`,
			},
		],
		methods: methodsOf(list),
		read: (item) => checkedIds(label, of, item.value(name, [])),
	};
}

/** IDs as text: one, or several separated by commas. */
export function writtenIds(name: string, of: Pickable): Field<readonly string[]> {
	const { label: one, example } = ID_KINDS[of];
	const label = `${one} IDs`;
	return {
		properties: [
			{
				displayName: label,
				name,
				type: 'string',
				default: '',
				placeholder: `e.g. ${example}`,
				description: `One ${of} ID or several separated by commas. An expression may also give an array.`,
			},
		],
		read: (item) => checkedIds(label, of, item.value(name, '')),
	};
}
