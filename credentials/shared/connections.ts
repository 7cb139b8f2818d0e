import type { INodeProperties } from 'n8n-workflow';

const forRecipients = { show: { clientType: ['recipient'] } };

/** What is needed to connect customers: where they come back to, and what seals their connections. */
export const connectionFields: INodeProperties[] = [
	{
		displayName: 'Redirect URI',
		name: 'redirectUri',
		type: 'string',
		displayOptions: forRecipients,
		default: '',
		placeholder: 'e.g. https://n8n.example.com/webhook/flinks-callback',
		description:
			'Production URL of the Flinks Connection Trigger (or of your own Webhook node) that customers return to. It must be registered at Flinks for this recipient, exactly as written here.',
	},
	{
		displayName: 'Connection Key',
		name: 'connectionKey',
		type: 'string',
		typeOptions: { password: true },
		displayOptions: forRecipients,
		default: '',
		description:
			'Seals the connections of customers, so that they are safe in a table. At least 32 random characters; keep a copy, since without it every customer has to connect again.',
	},
	{
		displayName: 'Previous Connection Key',
		name: 'previousConnectionKey',
		type: 'string',
		typeOptions: { password: true },
		displayOptions: forRecipients,
		default: '',
		description:
			'After a change of the key: the old one. Connections sealed with it still open, and come back sealed with the new one.',
	},
];
