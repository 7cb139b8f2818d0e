import type { INodeProperties } from 'n8n-workflow';

import type { Show } from './idSource';

const returnAllField: INodeProperties = {
	displayName: 'Return All',
	name: 'returnAll',
	type: 'boolean',
	default: false,
	description: 'Whether to return all results or only up to a given limit',
};

/** Return All and Limit, worded as n8n wants them. */
export function returnAllFields(show: Show, returnAll: boolean): INodeProperties[] {
	return [
		{ ...returnAllField, displayOptions: { show }, default: returnAll },
		{
			displayName: 'Limit',
			name: 'limit',
			type: 'number',
			typeOptions: { minValue: 1 },
			displayOptions: { show: { ...show, returnAll: [false] } },
			default: 50,
			description: 'Max number of results to return',
		},
	];
}

export const simplifyField: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

/** Flinks has providers in these countries. */
export const countriesField: INodeProperties = {
	displayName: 'Countries',
	name: 'countries',
	type: 'multiOptions',
	options: [
		{ name: 'Canada', value: 'CA' },
		{ name: 'United States', value: 'US' },
	],
	default: [],
	description: 'Only providers of these countries. Both when empty.',
};
