import type { IDisplayOptions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/** A set of IDs that an operator may pick, write or read from the items; data for fields and reading. */
export interface IdSource {
	/** Parameter names begin with this: `recipient` gives recipientsFrom, recipients, recipientIds ... */
	readonly name: 'account' | 'provider' | 'recipient';
	readonly label: string;
	/** Load-options method with the live list. */
	readonly method: string;
	readonly example: string;
	/** Whether "all of them" is a choice. */
	readonly withAll: boolean;
}

export type Show = NonNullable<IDisplayOptions['show']>;

export function idSourceFields(source: IdSource, show: Show = {}): INodeProperties[] {
	const { name, label, method, example, withAll } = source;
	const from = `${name}sFrom`;
	const when = (value: string): IDisplayOptions => ({ show: { ...show, [from]: [value] } });
	const plural = `${label}s`;
	const lower = label.toLowerCase();
	const fallback = withAll ? 'all' : 'list';
	const choices: INodePropertyOptions[] = [
		...(withAll
			? [{ name: `All ${plural}`, value: 'all', description: `Every ${lower} there is` }]
			: []),
		{ name: 'From List', value: 'list', description: `Pick ${lower}s by name` },
		{
			name: 'By ID',
			value: 'ids',
			description: `Write ${lower} IDs, or an expression that gives them`,
		},
		{
			name: 'From Input Field',
			value: 'field',
			description: `Read ${lower} IDs from a field of each item, without an expression`,
		},
	];
	return [
		{
			displayName: plural,
			name: from,
			type: 'options',
			options: choices,
			default: fallback,
			displayOptions: { show },
			description: `Where the ${lower}s come from`,
		},
		{
			displayName: `${label} Names or IDs`,
			name: `${name}s`,
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: method },
			default: [],
			displayOptions: when('list'),
			description:
				'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		},
		{
			displayName: `${label} IDs`,
			name: `${name}Ids`,
			type: 'string',
			default: '',
			placeholder: `e.g. ${example}`,
			displayOptions: when('ids'),
			description: `One ${lower} ID or several separated by commas. An expression may also give an array.`,
		},
		{
			displayName: `${label} Field`,
			name: `${name}Field`,
			type: 'string',
			default: `${name}Id`,
			placeholder: `e.g. ${name}Id`,
			displayOptions: when('field'),
			description: `Name of the field of each item that holds the ${lower} ID, several separated by commas, or an array. Use dots for fields inside fields.`,
		},
	];
}
