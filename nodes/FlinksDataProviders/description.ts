import type { INodeCredentialDescription, INodeProperties } from 'n8n-workflow';

import type { Show } from '../common/idSource';
import { returnAllFields, simplifyField } from '../common/listFields';
import { partnerAuthenticationField } from '../common/partnerAuthentication';
import { providerField } from '../common/providerField';
import { activeFilterFields, supportedFilterFields } from './filters';

const LISTS = ['getAllActive', 'getAllSupported'];
const showFor = (...operations: string[]): Show => ({ operation: operations });

/** Supported providers are a partner's to ask for, a recipient's active ones are its own. */
export const credentials: INodeCredentialDescription[] = [
	{
		name: 'flinksOutboundPartnerOAuth2Api',
		required: true,
		// n8n hides every field that a credential's `show` names, so the operation stands in `hide`.
		displayOptions: { show: { authentication: ['oAuth2'] }, hide: { operation: ['getAllActive'] } },
	},
	{
		name: 'flinksOutboundAppApi',
		required: true,
		displayOptions: { hide: { authentication: ['oAuth2'] } },
	},
];

const operation: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Get Many Active for a Recipient',
			value: 'getAllActive',
			action: 'Get many active providers of a recipient',
			description: 'Where customers of the recipient in the credential can connect',
		},
		{
			name: 'Get Many Supported',
			value: 'getAllSupported',
			action: 'Get many supported providers',
			description: 'The banks that Flinks Outbound knows, by name and country',
		},
		{
			name: 'Get Supported',
			value: 'getSupported',
			action: 'Get a supported provider',
			description: 'One bank with its scopes and the fields it delivers',
		},
	],
	default: 'getAllSupported',
};

const recipientNotice: INodeProperties = {
	displayName: 'Needs a Flinks Outbound App credential whose Client Type is Data Recipient.',
	name: 'recipientNotice',
	type: 'notice',
	default: '',
	displayOptions: { show: showFor('getAllActive') },
};

const detailField: INodeProperties = {
	displayName: 'Detail',
	name: 'detail',
	type: 'options',
	displayOptions: { show: showFor('getAllActive') },
	options: [
		{
			name: 'Basic',
			value: 'basic',
			description: 'Only providers that are active, with name, country and scopes',
		},
		{
			name: 'Detailed',
			value: 'detailed',
			description: 'Every provider with its status for the recipient and its account types',
		},
	],
	default: 'detailed',
	description: 'How much to fetch of each provider',
};

export const properties: INodeProperties[] = [
	operation,
	{ ...partnerAuthenticationField, displayOptions: { hide: { operation: ['getAllActive'] } } },
	recipientNotice,
	providerField('searchProviders', 'The provider to read', showFor('getSupported')),
	detailField,
	...returnAllFields(showFor(...LISTS), false),
	supportedFilterFields(showFor('getAllSupported')),
	activeFilterFields('basic', { ...showFor('getAllActive'), detail: ['basic'] }),
	activeFilterFields('detailed', { ...showFor('getAllActive'), detail: ['detailed'] }),
	simplifyField,
];
