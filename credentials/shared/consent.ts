import type { INodeProperties } from 'n8n-workflow';

import { SCOPE_CHOICES } from '../../outbound/connections/scopeChoices';

/** How consent is asked for: at which provider, for what, in which language. */
export const consentFields: INodeProperties[] = [
	{
		displayName: 'Provider ID',
		name: 'providerId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 1000',
		description:
			'The bank that the customer will give consent at. The recipient must be registered with it and ACTIVE. Connect again after changing it.',
	},
	{
		displayName: 'Scopes',
		name: 'scopes',
		type: 'multiOptions',
		options: [...SCOPE_CHOICES],
		default: ['ACCOUNT_DETAILED'],
		description:
			'What to ask consent for, besides basic account information, which is always asked for. Connect again after changing it.',
	},
	{
		displayName: 'Consent Language',
		name: 'language',
		type: 'options',
		options: [
			{ name: 'English', value: 'en' },
			{ name: 'French', value: 'fr' },
		],
		default: 'en',
		description: 'The language of the consent page',
	},
	{
		displayName: 'Correlation ID',
		name: 'correlationId',
		type: 'string',
		default: '',
		placeholder: 'e.g. fce84d61-dfa8-4e2b-bd94-f1ec6a445841',
		description: 'An ID of your own that lets Flinks support find this connection. Optional.',
	},
];
