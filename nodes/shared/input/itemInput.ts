import type {
	IBinaryKeyData,
	IDataObject,
	INodeExecutionData,
	NodeParameterValueType,
} from 'n8n-workflow';

import type { ReadParameter } from './parameters';

/** One input item as fields see it: its data, and the parameters resolved for it. */
export interface ItemInput {
	readonly index: number;
	readonly json: IDataObject;
	readonly binary: IBinaryKeyData | undefined;
	/** The IANA name of the workflow's time zone. */
	readonly timezone: string;
	/** The parameter for this item, or `fallback` where the editor hides it. */
	value(name: string, fallback: NodeParameterValueType): unknown;
	/** The first item of the run; what holds for all items is read from it. */
	readonly first: ItemInput;
}

/** One item as n8n has it. `first` is undefined for the first itself. */
export function itemInput(
	{ json, binary }: INodeExecutionData,
	index: number,
	read: ReadParameter,
	timezone: string,
	first: ItemInput | undefined,
): ItemInput {
	const item = {
		index,
		json,
		binary,
		timezone,
		value: (name: string, fallback: NodeParameterValueType) => read(name, index, fallback),
		get first(): ItemInput {
			return first ?? item;
		},
	};
	return item;
}

/** The same item, whose parameters are those of one collection. */
export function inside(item: ItemInput, collection: string): ItemInput {
	const record = recordOf(item.value(collection, {}));
	const inner = {
		index: item.index,
		json: item.json,
		binary: item.binary,
		timezone: item.timezone,
		value: (name: string, fallback: NodeParameterValueType) =>
			Object.hasOwn(record, name) ? record[name] : fallback,
		get first(): ItemInput {
			return item.first === item ? inner : inside(item.first, collection);
		},
	};
	return inner;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null ? { ...value } : {};
}
