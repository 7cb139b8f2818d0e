import { done } from '../../../outbound/outcome';
import type { EditorList } from '../editor/editorList';
import type { Chosen } from '../fields/branch';
import { branch, nothingMore } from '../fields/branch';
import type { Choosable } from '../fields/choice';
import type { Field } from '../fields/field';
import { mapped } from '../fields/field';
import { ID_KINDS, type Pickable } from './idKinds';
import { checkedIds, pickedIds, writtenIds } from './ids';
import { itemField } from '../fields/itemField';

/** Which ones an item asks for. */
export type IdSet = 'all' | readonly string[];

interface IdSetOptions {
	readonly of: Pickable;
	/** Undefined where no list can be had: then there is no From List. */
	readonly list: EditorList | undefined;
}

interface Cases {
	readonly all: undefined;
	readonly list: readonly string[];
	readonly ids: readonly string[];
	readonly field: readonly string[];
}

/** Several IDs that an operator picks by name, writes, or reads from a field of the items. */
export function idSet(options: IdSetOptions): Field<readonly string[]> {
	return mapped(idSetField(options, false), ({ value }) => done(value ?? []));
}

/** The same with the choice of all that there are, which is the default. */
export function idSetOrAll(options: IdSetOptions): Field<IdSet> {
	return mapped(idSetField(options, true), ({ value }) => done(value ?? 'all'));
}

function idSetField({ of, list }: IdSetOptions, withAll: boolean): Field<Chosen<Cases>> {
	const { label } = ID_KINDS[of];
	const fieldLabel = `${label} Field`;
	const byField = itemField({
		name: `${of}Field`,
		label: fieldLabel,
		default: `${of}Id`,
		description: `Name of the field of each item that holds the ${of} ID, several separated by commas, or an array`,
	});
	const ids = writtenIds(`${of}Ids`, of);
	return branch<Cases>({
		name: `${of}sFrom`,
		label: `${label}s`,
		description: `Where the ${of}s come from`,
		options: sourcesOf(of, withAll, list !== undefined),
		default: withAll ? 'all' : list ? 'list' : 'ids',
		cases: {
			all: nothingMore,
			list: list ? pickedIds({ name: `${of}s`, of, list }) : { ...ids, properties: [] },
			ids,
			field: mapped(byField, (value) => checkedIds(fieldLabel, of, value)),
		},
	});
}

function sourcesOf(
	of: Pickable,
	withAll: boolean,
	withList: boolean,
): Array<Choosable<'all' | 'field' | 'ids' | 'list'>> {
	const all = {
		name: `All ${ID_KINDS[of].label}s`,
		value: 'all',
		description: `Every ${of} there is`,
	} as const;
	const picked = { name: 'From List', value: 'list', description: `Pick ${of}s by name` } as const;
	return [
		...(withAll ? [all] : []),
		...(withList ? [picked] : []),
		{
			name: 'By ID',
			value: 'ids',
			description: `Write ${of} IDs, or an expression that gives them`,
		},
		{
			name: 'From Input Field',
			value: 'field',
			description: `Read ${of} IDs from a field of each item, without an expression`,
		},
	];
}
