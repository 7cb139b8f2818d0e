import type { INodePropertyMode } from 'n8n-workflow';

import type { Outcome } from '../../../outbound/outcome';
import { failed } from '../../../outbound/outcome';
import { type EditorList, methodsOf, searchOf } from '../editor/editorList';
import type { ItemInput } from '../input/itemInput';
import { fieldsOf, valueAt } from '../input/valueAt';
import type { Field } from '../fields/field';
import { ID_KINDS, type Pickable } from './idKinds';
import { checkedId } from './ids';
import { invalid } from '../fields/invalid';

/** One ID: picked by name, written, or read from a field of each item. */
export function oneId(options: {
	readonly name: string;
	readonly of: Pickable;
	/** Undefined where no list can be had: then there is no From List. */
	readonly list: EditorList | undefined;
	readonly description: string;
	/** The field of each item that a new node reads the ID from. */
	readonly fromField?: string;
}): Field<string> {
	const { name, of, list, description, fromField } = options;
	const { label } = ID_KINDS[of];
	return {
		properties: [
			{
				displayName: label,
				name,
				type: 'resourceLocator',
				required: true,
				default: {
					mode: fromField !== undefined ? 'field' : list ? 'list' : 'id',
					value: fromField ?? '',
				},
				description,
				modes: modesOf(of, list),
			},
		],
		...(list ? { methods: methodsOf(list) } : {}),
		read: (item) => readLocator(label, of, item, item.value(name, '')),
	};
}

function modesOf(of: Pickable, list: EditorList | undefined): INodePropertyMode[] {
	const [example = ''] = ID_KINDS[of].example.split(',');
	const article = /^[aeiou]/.test(of) ? 'an' : 'a';
	return [
		...(list ? [mode('From List', 'list', `Select ${article} ${of}...`, searchOf(list))] : []),
		mode('By ID', 'id', `e.g. ${example}`),
		{
			...mode('From Input Field', 'field', `e.g. ${of}Id`),
			hint: `Name of the field of each item that holds the ${of} ID`,
		},
	];
}

function mode(
	displayName: string,
	name: string,
	placeholder: string,
	searchListMethod?: string,
): INodePropertyMode {
	const type = searchListMethod === undefined ? 'string' : 'list';
	return {
		displayName,
		name,
		type,
		placeholder,
		...(searchListMethod === undefined
			? {}
			: { typeOptions: { searchListMethod, searchable: true } }),
	};
}

function readLocator(
	label: string,
	of: Pickable,
	{ json }: ItemInput,
	locator: unknown,
): Outcome<string> {
	const { mode, value }: { mode?: unknown; value?: unknown } =
		typeof locator === 'object' && locator !== null ? locator : { value: locator };
	if (mode !== 'field') return checkedId(label, of, value);
	const found = valueAt(json, String(value));
	if (found === undefined || found === null || found === '') {
		return failed(
			invalid(
				label,
				`the item has nothing in its field "${String(value)}". Name the field that holds the ${of} ID. ${fieldsOf(json)}`,
			),
		);
	}
	return checkedId(label, of, found);
}
