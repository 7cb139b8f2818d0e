import type { IDataObject } from 'n8n-workflow';

import type { ItemInput } from '../../../nodes/shared/input/itemInput';
import { itemInput } from '../../../nodes/shared/input/itemInput';

/** An item as a field sees it, whose parameters have these values whatever the item. */
export function itemWith(
	parameters: Readonly<Record<string, unknown>>,
	json: IDataObject = {},
): ItemInput {
	const read = (name: string, _index: number, fallback: unknown) =>
		Object.hasOwn(parameters, name) ? parameters[name] : fallback;
	return itemInput({ json }, 0, read, 'America/Toronto', undefined);
}

/** Two items of one run, whose parameters differ. */
export function twoItems(
	first: Readonly<Record<string, unknown>>,
	second: Readonly<Record<string, unknown>>,
): readonly [ItemInput, ItemInput] {
	const read = (name: string, index: number, fallback: unknown) =>
		(index === 0 ? first : second)[name] ?? fallback;
	const one = itemInput({ json: {} }, 0, read, 'America/Toronto', undefined);
	return [one, itemInput({ json: {} }, 1, read, 'America/Toronto', one)];
}
