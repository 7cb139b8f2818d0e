/**
 * Which nodes use which credential. n8n since 2.27 lets no other node use one with
 * `restrictToSupportedNodes`, so that nobody sends a token elsewhere.
 */
const PARTNER_NODES = [
	'flinksCheckRegistrationStatus',
	'flinksDataProviders',
	'flinksDataRecipients',
	'flinksRegistrationTrigger',
	'flinksRequestRegistrations',
];

const RECIPIENT_NODES = ['flinksAccountData', 'flinksGetAccounts', 'flinksTransactionTrigger'];

export const SUPPORTED_NODES = {
	app: [
		...PARTNER_NODES,
		'flinksAccountData',
		'flinksConnectCustomer',
		'flinksConnectionTrigger',
		'flinksGetAccounts',
	],
	partner: PARTNER_NODES,
	recipient: RECIPIENT_NODES,
};
