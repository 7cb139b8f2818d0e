import type { INodeProperties } from 'n8n-workflow';

export const properties: INodeProperties[] = [
	{
		displayName:
			'Open <b>Webhook URLs</b> above, choose <b>Production URL</b>, and click it to copy it. Enter it as Redirect URI in the Flinks credential, and register it at Flinks. It answers once the workflow is published.',
		name: 'addressNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Path',
		name: 'path',
		type: 'string',
		default: '',
		placeholder: 'e.g. flinks-return',
		description:
			'Last part of the address that customers come back to. Leave it empty for one that nobody can guess.',
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
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: { show: { answer: ['page'] } },
		options: [
			{
				displayName: 'Company Name',
				name: 'companyName',
				type: 'string',
				default: '',
				placeholder: 'e.g. Maple Budget',
				description: 'Your name, as customers know it. The page shows it at the top.',
			},
			{
				displayName: 'Way Back',
				name: 'returnUrl',
				type: 'string',
				default: '',
				description: 'Web address of the button that leads customers back to you',
			},
		],
	},
];
