import type { Failure } from '../failure';
import { FlinksFailure } from '../failure';

const NOT_CONNECTED: Failure = {
	kind: 'not-connected',
	title: 'This Flinks connection has not been authorized yet',
	remedy: 'Open the credential, select Connect, and give consent at the bank.',
};

const REFUSALS: ReadonlySet<number> = new Set([400, 401, 403]);

/** These blame how the credential asks, and say nothing about the customer's consent. */
const ABOUT_THE_REQUEST: ReadonlySet<string> = new Set([
	'invalid_request',
	'invalid_scope',
	'unauthorized_client',
	'unsupported_grant_type',
]);

/**
 * Flinks' token page: a 400, 401 or 403 on a refresh means that the tokens Flinks itself holds at the
 * bank have expired, so only a new consent helps. Wrong client credentials stay what they are.
 */
export function asLostConnection(thrown: unknown): FlinksFailure {
	const error = asFailure(thrown);
	const { failure } = error;
	const isWrongClient = failure.code === 'invalid_client';
	// A page of a proxy or firewall says nothing about the customer.
	if (failure.kind === 'unexpected-answer') return error;
	if (isWrongClient || !REFUSALS.has(failure.status ?? 0)) return error;
	if (failure.code !== undefined && ABOUT_THE_REQUEST.has(failure.code)) return error;
	return new FlinksFailure({
		...failure,
		kind: 'connection-lost',
		title: "The connection to the customer's bank has ended",
		remedy:
			'Consent was withdrawn, or the connection was not used for 30 days. Connect again: the customer has to give consent once more.',
	});
}

/** Nobody has given consent in the credential, so there is no token to sign a request with. */
export function notConnected(): FlinksFailure {
	return new FlinksFailure(NOT_CONNECTED);
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
