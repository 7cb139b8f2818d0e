import type { INodeProperties } from 'n8n-workflow';

import { requestsAtOnceField } from '../common/options';
import { linkFields } from './linkFields';

const operation: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Complete Connection',
			value: 'completeConnection',
			action: 'Complete a connection',
			description: 'Turn what the customer brought back to the Webhook node into a connection',
		},
		{
			name: 'Create Authorization Link',
			value: 'createLink',
			action: 'Create an authorization link',
			description: 'Make the address where a customer gives consent at their bank',
		},
		{
			name: 'Revoke Connection',
			value: 'revokeConnection',
			action: 'Revoke a connection',
			description: "End a customer's connection at Flinks, for good",
		},
	],
	default: 'createLink',
};

const completeNotice: INodeProperties = {
	displayName:
		'The Flinks Connection Trigger does this by itself, and keeps the code out of the execution. With a Webhook node of your own, connect this node directly to it. A forged, altered or expired callback is refused, and each link makes one connection only.',
	name: 'completeNotice',
	type: 'notice',
	default: '',
	displayOptions: { show: { operation: ['completeConnection'] } },
};

const connectionField: INodeProperties = {
	displayName: 'Connection Field',
	name: 'connectionField',
	type: 'string',
	required: true,
	default: 'connection',
	placeholder: 'e.g. connection',
	displayOptions: { show: { operation: ['revokeConnection'] } },
	description:
		'Name of the field of each item that holds the sealed connection. Use dots for fields inside fields.',
};

export const properties: INodeProperties[] = [
	operation,
	...linkFields,
	completeNotice,
	connectionField,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: { show: { operation: ['completeConnection', 'revokeConnection'] } },
		options: [requestsAtOnceField],
	},
];
