/** Why there is no connection. `customer` chose so, `setup` is for the operator, `temporary` passes. */
export interface Declined {
	/** As Flinks publishes it; `unlisted` for anything else, which may be anybody's words. */
	readonly error: string;
	readonly reason: 'customer' | 'setup' | 'temporary';
	readonly title: string;
	readonly remedy: string;
}

type Entry = readonly [reason: Declined['reason'], title: string, remedy: string];

const unsupported = (what: string): Entry => [
	'setup',
	`Flinks does not support this ${what}`,
	'Check the authorization address in the credential and create a new link. If it happens again, ask Flinks support.',
];

/** The authorization errors that Flinks publishes. */
const PUBLISHED: Readonly<Record<string, Entry>> = {
	access_denied: [
		'customer',
		'The customer did not give consent',
		'Nothing to repair. Offer a new authorization link if the customer changes their mind.',
	],
	invalid_request: [
		'setup',
		'Flinks found the authorization link incomplete or wrong',
		'Check the client ID, the redirect URI and the scopes in the credential, then create a new link.',
	],
	invalid_client: [
		'setup',
		'Flinks does not know the recipient of this link, or its secret is wrong',
		'Check the client ID and the client secret in the credential, then create a new link.',
	],
	invalid_grant: [
		'customer',
		'The consent is no longer valid: it was used already, revoked or has expired',
		'Send the customer a new authorization link.',
	],
	invalid_scope: [
		'setup',
		'The link asks for data that this recipient or provider does not offer',
		'Ask only for scopes that the recipient and the provider both list (ACCOUNT_BASIC always), then create a new link.',
	],
	unauthorized_client: [
		'setup',
		'The recipient may not connect customers at this provider',
		'Check with Flinks Check Registration Status that the registration at this provider is ACTIVE, then create a new link.',
	],
	unsupported_grant_type: unsupported('way of getting a token'),
	unsupported_response_type: unsupported('kind of answer that the link asks for'),
	unsupported_token_type: unsupported('kind of token'),
	server_error: [
		'temporary',
		'Flinks or the bank had an internal error during consent',
		'Send the customer a new link in a few minutes. If it happens again, tell Flinks support the provider and the time.',
	],
	temporarily_unavailable: [
		'temporary',
		'Flinks or the bank was unavailable during consent',
		'Send the customer a new link later.',
	],
};

const UNPUBLISHED: Entry = [
	'setup',
	'The customer came back without a connection, for a reason that Flinks does not list',
	'Send the customer a new link. If it happens again, ask Flinks support, with the reference and the time.',
];

const BY_ERROR = new Map(Object.entries(PUBLISHED));

/**
 * Plain words for an `error` of the authorize redirect. Nothing of the text comes out that whoever
 * called the address wrote: a table or a mail would show it as ours.
 */
export function explainDeclined(error: string): Declined {
	const published = error.trim().toLowerCase();
	const entry = BY_ERROR.get(published);
	const [reason, title, remedy] = entry ?? UNPUBLISHED;
	return { error: entry === undefined ? 'unlisted' : published, reason, title, remedy };
}
