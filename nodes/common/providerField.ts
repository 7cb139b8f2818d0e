import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Outcome } from '../../outbound/outcome';
import { done, failed } from '../../outbound/outcome';
import type { Show } from './idSource';
import { invalid } from '../shared/fields/invalid';
import type { Parameters } from './parameters';
import { checkOneId, valueAt } from './readIdSource';

/** One provider: picked by name, written as ID, or read from a field of each item. */
export function providerField(
	searchListMethod: string,
	description: string,
	show: Show,
): INodeProperties {
	return {
		displayName: 'Provider',
		name: 'provider',
		type: 'resourceLocator',
		required: true,
		default: { mode: 'list', value: '' },
		displayOptions: { show },
		description,
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a provider...',
				typeOptions: { searchListMethod, searchable: true },
			},
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 1000' },
			{
				displayName: 'From Input Field',
				name: 'field',
				type: 'string',
				placeholder: 'e.g. providerId',
				hint: 'Name of the field of each item that holds the provider ID',
			},
		],
	};
}

/** The provider ID of the item, checked so that it can go into a path or a link. */
export function readProvider(
	parameters: Parameters,
	item: number,
	json: IDataObject,
): Outcome<string> {
	const locator = parameters.read('provider', item, '');
	const { mode, value }: { mode?: unknown; value?: unknown } =
		typeof locator === 'object' && locator !== null ? locator : { value: locator };
	const id = mode === 'field' ? valueAt(json, String(value)) : value;
	if (mode === 'field' && (id === undefined || id === null || id === '')) {
		return failed(
			invalid('Provider', `the item has nothing in its field "${String(value)}". Check the name.`),
		);
	}
	const checked = checkOneId(id, 'provider', 'Provider');
	return typeof checked === 'string' ? done(checked) : failed(checked);
}
