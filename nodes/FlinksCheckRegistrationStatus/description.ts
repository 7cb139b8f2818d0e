import type { INodeProperties } from 'n8n-workflow';

import type { Show } from '../common/idSource';
import { idSourceFields } from '../common/idSource';
import { returnAllFields } from '../common/listFields';
import { requestsAtOnceField } from '../common/options';
import { partnerAuthenticationField } from '../common/partnerAuthentication';
import { allOrChosenRecipients, chosenProviders, chosenRecipients } from '../common/sources';
import { filterFields } from './filters';

const LISTING = ['audit', 'getAll', 'summarize'];
const showFor = (...operations: string[]): Show => ({ operation: operations });

const operation: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Audit',
			value: 'audit',
			action: 'Audit registrations',
			description: 'One summary: how many in each status, what waits longest and how long',
		},
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many registrations',
			description: 'One row for each registration with its status and the days it has been waiting',
		},
		{
			name: 'Summarize by Recipient',
			value: 'summarize',
			action: 'Summarize registrations by recipient',
			description: 'One summary for each recipient',
		},
		{
			name: 'Wait Until Active',
			value: 'waitUntilActive',
			action: 'Wait until registrations are active',
			description:
				'Look again and again until the chosen registrations are ACTIVE or the time is over',
		},
	],
	default: 'getAll',
};

const listFields: INodeProperties[] = [
	...returnAllFields(showFor('getAll'), true),
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add filter',
		displayOptions: { show: showFor(...LISTING) },
		default: {},
		options: filterFields,
	},
];

const waitFields: INodeProperties[] = [
	{
		displayName: 'Wait at Most (Minutes)',
		name: 'waitMinutes',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 1440 },
		displayOptions: { show: showFor('waitUntilActive') },
		default: 10,
		description:
			'When to stop waiting. The workflow stays busy meanwhile, so prefer a schedule for days.',
	},
	{
		displayName: 'Look Every (Seconds)',
		name: 'everySeconds',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 3600 },
		displayOptions: { show: showFor('waitUntilActive') },
		default: 30,
		description: 'How often to ask Flinks for the status',
	},
];

export const properties: INodeProperties[] = [
	partnerAuthenticationField,
	operation,
	...idSourceFields(allOrChosenRecipients, showFor(...LISTING)),
	...idSourceFields(chosenRecipients, showFor('waitUntilActive')),
	...idSourceFields(chosenProviders, showFor('waitUntilActive')),
	...listFields,
	...waitFields,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [requestsAtOnceField],
	},
];
