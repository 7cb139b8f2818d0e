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
		description: 'Where customers return to after their consent',
		hint: 'The Production URL of your Flinks Connection Trigger, or of your own Webhook node. Have it registered at Flinks for this recipient, exactly as written here.',
	},
	{
		displayName: 'Connection Key',
		name: 'connectionKey',
		type: 'string',
		typeOptions: { password: true },
		displayOptions: forRecipients,
		default: '',
		description: 'Seals the connections of customers, so that they are safe in a table',
		hint: 'Let a password manager make one of 40 letters and digits, or run "openssl rand -base64 32". Keep a copy outside n8n: without the key every customer has to connect again.',
	},
	{
		displayName: 'Previous Connection Key',
		name: 'previousConnectionKey',
		type: 'string',
		typeOptions: { password: true },
		displayOptions: forRecipients,
		default: '',
		description: 'The old key, after a change of the key',
		hint: 'Only after a change of the key: connections sealed with the old one still open, and come back sealed with the new one.',
	},
];
