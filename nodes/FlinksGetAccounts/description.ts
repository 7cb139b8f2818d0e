import type { INodeProperties } from 'n8n-workflow';

import { customerAuthenticationFields } from '../common/customerFields';
import type { Show } from '../common/idSource';
import { idSourceFields } from '../common/idSource';
import { returnAllFields, simplifyField } from '../common/listFields';
import { requestsAtOnceField } from '../common/options';
import { allOrChosenAccounts } from '../common/sources';

const getMany: Show = { operation: ['getAll'] };

const operation: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Get',
			value: 'get',
			action: 'Get an account',
			description: 'One account by its ID, with all details the consent covers',
		},
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many accounts',
			description: "The customer's accounts, one item for each",
		},
	],
	default: 'getAll',
};

const accountField: INodeProperties = {
	displayName: 'Account',
	name: 'accountId',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	displayOptions: { show: { operation: ['get'] } },
	description: 'The account to read',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select an account...',
			typeOptions: { searchListMethod: 'searchAccounts', searchable: true },
		},
		{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. acc-1' },
	],
};

const listFields: INodeProperties[] = [
	{
		displayName: 'Detail',
		name: 'resultType',
		type: 'options',
		displayOptions: { show: getMany },
		options: [
			{
				name: 'Balances and Details',
				value: 'details',
				description: 'Also balances, rates and dates. The consent must cover Account Details.',
			},
			{
				name: 'Names and Types Only',
				value: 'lightweight',
				description: 'Quicker, without balances. Basic consent is enough.',
			},
		],
		default: 'details',
		description: 'How much to fetch of each account',
	},
	...returnAllFields(getMany, false),
];

export const properties: INodeProperties[] = [
	...customerAuthenticationFields,
	operation,
	accountField,
	...idSourceFields(allOrChosenAccounts, getMany),
	...listFields,
	simplifyField,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Full Account Numbers',
				name: 'fullNumbers',
				type: 'boolean',
				default: false,
				description:
					'Whether to include complete account and routing numbers. Otherwise only the last four digits are shown, also in raw data.',
			},
			{
				displayName: 'Page Size',
				name: 'pageSize',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 100,
				description: 'Accounts asked for with one request. Without this option the bank decides.',
			},
			requestsAtOnceField,
		],
	},
];
