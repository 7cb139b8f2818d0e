import { explain } from '../../../outbound/errors/explain';
import { AUTHORIZATION_ERRORS } from '../../../outbound/model/publishedErrors';
import { answered, request } from './exchanges';

const MESSAGES = [
	{
		error: 'access_denied',
		status: 400,
		kind: 'connection-lost',
		title: 'Flinks could not get an access token: the customer or the provider declined access',
		remedy:
			'No connection was made. Send a new authorization link if the customer wants to try again.',
	},
	{
		error: 'invalid_request',
		status: 400,
		kind: 'invalid-input',
		title:
			'Flinks could not get an access token: the request was incomplete or not in the form Flinks expects',
		remedy:
			'Check the redirect URI and that no value is empty. In the credential, try another way of sending the token request (JSON body, form body, or form with Basic header).',
	},
	{
		error: 'invalid_client',
		status: 400,
		kind: 'credential-refused',
		title: 'Flinks could not get an access token: the client ID or client secret was not accepted',
		remedy:
			"Check both in the Flinks credential, and that they belong to the same environment as its base URLs. If they are right, and the credential has a field 'Client Authentication', choose its other value.",
	},
	{
		error: 'invalid_grant',
		status: 400,
		kind: 'connection-lost',
		title:
			"Flinks could not get an access token: the customer's connection or authorization code is no longer valid",
		remedy:
			'Let the customer give consent again: reconnect the credential or send a new authorization link. If consent was given just now, check that the redirect URI is exactly the registered one.',
	},
	{
		error: 'invalid_scope',
		status: 400,
		kind: 'forbidden',
		title:
			'Flinks could not get an access token: a requested scope is not allowed, or the client ID and secret did not arrive',
		remedy:
			"Check the scopes in the credential: a partner needs client:admin, customer data needs at least ACCOUNT_BASIC. If they are right, and the credential has a field 'Client Authentication', choose its other value.",
	},
	{
		error: 'unauthorized_client',
		status: 400,
		kind: 'forbidden',
		title:
			'Flinks could not get an access token: this client may not ask for this, or is not active with the provider',
		remedy:
			'Use Flinks Check Registration Status: the recipient must be ACTIVE with the provider. If it is, ask Flinks to allow this for the client.',
	},
	{
		error: 'unsupported_grant_type',
		status: 400,
		kind: 'unsupported',
		title:
			'Flinks could not get an access token: Flinks did not recognise the kind of token request',
		remedy:
			'In the credential, try another way of sending the token request (JSON body, form body, or form with Basic header).',
	},
	{
		error: 'unsupported_response_type',
		status: 400,
		kind: 'unsupported',
		title:
			'Flinks could not get an access token: the authorization link asked for an answer Flinks does not give',
		remedy: 'Create a new authorization link. Its response_type must be "code".',
	},
	{
		error: 'unsupported_token_type',
		status: 400,
		kind: 'unsupported',
		title: 'Flinks could not get an access token: Flinks cannot use this kind of token here',
		remedy: "Use the customer's own connection, not a partner or recipient credential.",
	},
	{
		error: 'server_error',
		status: 500,
		kind: 'temporarily-unavailable',
		title: 'Flinks could not get an access token: something went wrong inside Flinks',
		remedy: 'Try again in a few minutes. If it keeps happening, ask Flinks support.',
	},
	{
		error: 'temporarily_unavailable',
		status: 503,
		kind: 'temporarily-unavailable',
		title:
			'Flinks could not get an access token: the Flinks sign-in service is unavailable for now',
		remedy: 'Try again in a few minutes. If it keeps happening, ask Flinks support.',
	},
] as const;

describe('every code of the published authorization list reads as an operator needs it', () => {
	it.each(MESSAGES)('$error', ({ error, status, ...expected }) => {
		const asked = request('oauth', { purpose: 'get an access token' });
		expect(explain(asked, answered(status, { error }))).toEqual({
			...expected,
			code: error,
			status,
		});
	});

	it('covers the whole list', () => {
		expect(MESSAGES.map(({ error, status }) => ({ error, status }))).toEqual(AUTHORIZATION_ERRORS);
	});
});
