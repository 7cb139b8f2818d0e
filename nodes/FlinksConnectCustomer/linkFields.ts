import type { INodeProperties } from 'n8n-workflow';

import { SCOPE_CHOICES } from '../../outbound/connections/scopeChoices';
import type { Show } from '../common/idSource';
import { providerField } from '../common/providerField';

const show: Show = { operation: ['createLink'] };

const referenceFields: INodeProperties[] = [
	{
		displayName: 'Customer Reference',
		name: 'referenceFrom',
		type: 'options',
		displayOptions: { show },
		options: [
			{
				name: 'By Value',
				value: 'value',
				description: 'Write it, or an expression that gives it',
			},
			{
				name: 'From Input Field',
				value: 'field',
				description: 'Read it from a field of each item, without an expression',
			},
		],
		default: 'value',
		description: 'How your own name for the customer is given',
	},
	{
		displayName: 'Reference',
		name: 'reference',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. customer-1042',
		displayOptions: { show: { ...show, referenceFrom: ['value'] } },
		description:
			'Your own name for the customer, such as a customer number. It comes back with the connection. The customer can read it in the link.',
	},
	{
		displayName: 'Reference Field',
		name: 'referenceField',
		type: 'string',
		required: true,
		default: 'reference',
		placeholder: 'e.g. customer.number',
		displayOptions: { show: { ...show, referenceFrom: ['field'] } },
		description:
			'Name of the field of each item that holds your own name for the customer. Use dots for fields inside fields. The customer can read the value in the link.',
	},
];

/** What the operator decides about a link; client ID and redirect URI come from the credential alone. */
export const linkFields: INodeProperties[] = [
	providerField(
		'searchActiveProviders',
		'The bank of the customer. The recipient must be registered with it and ACTIVE.',
		show,
	),
	...referenceFields,
	{
		displayName: 'Scopes',
		name: 'scopes',
		type: 'multiOptions',
		displayOptions: { show },
		options: [...SCOPE_CHOICES],
		default: ['ACCOUNT_DETAILED'],
		description:
			'What to ask consent for, besides basic account information, which is always asked for',
	},
	{
		displayName: 'Consent Language',
		name: 'language',
		type: 'options',
		displayOptions: { show },
		options: [
			{ name: 'English', value: 'en' },
			{ name: 'French', value: 'fr' },
		],
		default: 'en',
		description: 'The language of the consent page',
	},
	{
		displayName: 'Link Validity (Minutes)',
		name: 'validityMinutes',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 43200 },
		displayOptions: { show },
		default: 60,
		description: 'How long the customer may take to open the link and come back. At most 30 days.',
	},
	{
		displayName: 'Correlation ID',
		name: 'correlationId',
		type: 'string',
		displayOptions: { show },
		default: '',
		placeholder: 'e.g. fce84d61-dfa8-4e2b-bd94-f1ec6a445841',
		description: 'An ID of your own that lets Flinks support find this connection. Optional.',
	},
];
