import type { INodeProperties } from 'n8n-workflow';

export const properties: INodeProperties[] = [
	{
		displayName:
			'Enter the Production URL as Redirect URI in the Flinks credential, and register it at Flinks. It works once the workflow is published.',
		name: 'addressNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Path',
		name: 'path',
		type: 'string',
		required: true,
		default: 'flinks-callback',
		placeholder: 'e.g. flinks-callback',
		description: 'Last part of the address that customers come back to',
	},
	{
		displayName: 'Answer',
		name: 'answer',
		type: 'options',
		options: [
			{
				name: 'With a Page',
				value: 'page',
				description: 'Show what became of the connection, in English or French like the link',
			},
			{
				name: 'With Your Own Pages',
				value: 'redirect',
				description: 'Send the customer on to an address of yours',
			},
		],
		default: 'page',
		description: 'What the customer sees after the consent page',
	},
	{
		displayName: 'Page When Connected',
		name: 'connectedUrl',
		type: 'string',
		required: true,
		displayOptions: { show: { answer: ['redirect'] } },
		default: '',
		description: 'Web address that customers go on to once they are connected',
	},
	{
		displayName: 'Page When Not Connected',
		name: 'notConnectedUrl',
		type: 'string',
		required: true,
		displayOptions: { show: { answer: ['redirect'] } },
		default: '',
		description: 'Web address that customers go on to after they declined, or when it failed',
	},
];
