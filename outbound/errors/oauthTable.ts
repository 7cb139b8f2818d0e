import type { Entry } from './entry';

const TRY_TOKEN_FORMAT =
	'In the credential, try another way of sending the token request (JSON body, form body, or form with Basic header).';

/** Every code of Flinks' published authorization list, with what an operator can do about it. */
export const OAUTH_CODES: Readonly<Record<string, Entry>> = {
	access_denied: {
		kind: 'connection-lost',
		reason: 'the customer or the provider declined access',
		remedy:
			'No connection was made. Send a new authorization link if the customer wants to try again.',
	},
	invalid_request: {
		kind: 'invalid-input',
		reason: 'the request was incomplete or not in the form Flinks expects',
		remedy: `Check the redirect URI and that no value is empty. ${TRY_TOKEN_FORMAT}`,
	},
	invalid_client: {
		kind: 'credential-refused',
		reason: 'the client ID or client secret was not accepted',
		remedy:
			"Check both in the Flinks credential, and that they belong to the same environment as its base URLs. If they are right, and the credential has a field 'Client Authentication', choose its other value.",
	},
	invalid_grant: {
		kind: 'connection-lost',
		reason: "the customer's connection or authorization code is no longer valid",
		remedy:
			'Let the customer give consent again: reconnect the credential or send a new authorization link. If consent was given just now, check that the redirect URI is exactly the registered one.',
	},
	invalid_scope: {
		kind: 'forbidden',
		reason: 'a requested scope is not allowed, or the client ID and secret did not arrive',
		remedy:
			"Check the scopes in the credential: a partner needs client:admin, customer data needs at least ACCOUNT_BASIC. If they are right, and the credential has a field 'Client Authentication', choose its other value.",
	},
	unauthorized_client: {
		kind: 'forbidden',
		reason: 'this client may not ask for this, or is not active with the provider',
		remedy:
			'Use Flinks Check Registration Status: the recipient must be ACTIVE with the provider. If it is, ask Flinks to allow this for the client.',
	},
	unsupported_grant_type: {
		kind: 'unsupported',
		reason: 'Flinks did not recognise the kind of token request',
		remedy: TRY_TOKEN_FORMAT,
	},
	unsupported_response_type: {
		kind: 'unsupported',
		reason: 'the authorization link asked for an answer Flinks does not give',
		remedy: 'Create a new authorization link. Its response_type must be "code".',
	},
	unsupported_token_type: {
		kind: 'unsupported',
		reason: 'Flinks cannot use this kind of token here',
		remedy: "Use the customer's own connection, not a partner or recipient credential.",
	},
	server_error: {
		kind: 'temporarily-unavailable',
		reason: 'something went wrong inside Flinks',
		remedy: 'Try again in a few minutes. If it keeps happening, ask Flinks support.',
	},
	temporarily_unavailable: {
		kind: 'temporarily-unavailable',
		reason: 'the Flinks sign-in service is unavailable for now',
		remedy: 'Try again in a few minutes. If it keeps happening, ask Flinks support.',
	},
};
