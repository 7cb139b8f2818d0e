import type { INodeProperties } from 'n8n-workflow';

const BASIC = 'ACCOUNT_BASIC';
const DETAILED = `${BASIC} ACCOUNT_DETAILED`;

const CONNECT_AGAIN =
	'Connect again after changing it; where it is connected, n8n 2.41 calls the button Switch account.';

/**
 * How consent is asked for: at which provider, for what, in which language. The values of `scope` are
 * what is sent, so that nothing stands between what is chosen and what is asked for. A field named
 * `scopes` would be overwritten: n8n's editor keeps its own permissions under that name.
 */
export const consentFields: INodeProperties[] = [
	{
		displayName: 'Provider ID',
		name: 'providerId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 1000',
		description: 'The bank that the customer will give consent at',
		hint: `Flinks Data Providers lists the IDs; the recipient must be ACTIVE with the provider. If Connect ends in an error instead of the consent page, check this ID first. ${CONNECT_AGAIN}`,
	},
	{
		displayName: 'Consent To',
		name: 'scope',
		type: 'options',
		options: [
			{
				name: 'Account Basics',
				value: BASIC,
				description: 'Names and types of accounts: ACCOUNT_BASIC',
			},
			{
				name: 'Account Details',
				value: DETAILED,
				description: 'Also balances, rates and routing numbers: ACCOUNT_BASIC ACCOUNT_DETAILED',
			},
			{
				name: 'Account Details and Identity',
				value: `${DETAILED} CUSTOMER_CONTACT CUSTOMER_PERSONAL`,
				description: 'Also who owns the accounts: and CUSTOMER_CONTACT CUSTOMER_PERSONAL',
			},
			{
				name: 'Account Details and Payments',
				value: `${DETAILED} ACCOUNT_PAYMENTS`,
				description: 'Also what is needed to pay into or out of them: and ACCOUNT_PAYMENTS',
			},
			{
				name: 'Account Details and Transactions',
				value: `${DETAILED} TRANSACTIONS`,
				description: 'Also the list of transactions: and TRANSACTIONS',
			},
			{
				name: 'Account Details, Transactions and Statements',
				value: `${DETAILED} TRANSACTIONS STATEMENTS`,
				description: 'Also statements as PDF files: and TRANSACTIONS STATEMENTS',
			},
			{
				name: 'Everything',
				value: `${DETAILED} ACCOUNT_PAYMENTS CUSTOMER_CONTACT CUSTOMER_PERSONAL INVESTMENTS STATEMENTS TRANSACTIONS`,
				description: 'All that Flinks Outbound offers, investments too',
			},
		],
		default: DETAILED,
		description: `What the customer is asked to share. For another choice, switch the field to Expression and write the scopes, separated by blanks. ${CONNECT_AGAIN}`,
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

/** An n8n expression: the fields above as the query of Flinks' authorize address. */
export const consentQuery =
	'"?provider_id=" + encodeURIComponent(($self["providerId"] || "").toString().trim()) + "&lang=" + ($self["language"] || "en") + ($self["correlationId"] ? "&correlation_id=" + encodeURIComponent($self["correlationId"].trim()) : "")';
