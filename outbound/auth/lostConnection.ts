import type { Failure } from '../failure';
import { FlinksFailure } from '../failure';

const NOT_CONNECTED: Failure = {
	kind: 'not-connected',
	title: 'This Flinks connection has not been authorized yet',
	remedy: 'Open the credential, select Connect, and give consent at the bank.',
};

/** Nobody has given consent in the credential, so there is no token to sign a request with. */
export function notConnected(): FlinksFailure {
	return new FlinksFailure(NOT_CONNECTED);
}

/** n8n keeps no refresh token with the credential, so the access token cannot be renewed. */
export function noRefreshToken(): FlinksFailure {
	return new FlinksFailure({
		kind: 'not-connected',
		title: 'The access token has expired, and n8n has no refresh token to renew it with',
		remedy:
			'Nothing says that the consent has ended. Open the credential, select Connect, and give consent at the bank once more. If it happens again, ask Flinks support to allow refresh tokens for this recipient.',
	});
}

/** The token endpoint said yes, but its answer cannot be used. */
export function noToken(): FlinksFailure {
	return new FlinksFailure({
		kind: 'unexpected-answer',
		title: 'Flinks answered without an access token',
		remedy:
			'Check the Authorization Base URL of the credential. If it is right, tell Flinks support.',
	});
}

export function asFailure(thrown: unknown): FlinksFailure {
	if (thrown instanceof FlinksFailure) return thrown;
	return new FlinksFailure({
		kind: 'unexpected-answer',
		title: 'The access token could not be renewed',
		remedy: 'Run the workflow again. If it happens again, open the credential and test it.',
	});
}
