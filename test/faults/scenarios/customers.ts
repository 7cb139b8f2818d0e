import type { IDataObject } from 'n8n-workflow';

import { readAppCredential } from '../../../outbound/auth/appCredential';
import { createAuthorizeLink } from '../../../outbound/connections/authorizeLink';
import { openConnection, sealConnection } from '../../../outbound/connections/seal';
import { DEMO, type Sandbox } from '../../../sandbox';
import { sealingAt } from '../../support/sealing';
import { CONNECTION_KEY, REDIRECT, type Credentials } from '../support/credentials';

interface World {
	readonly sandbox: Sandbox;
	readonly credentials: Credentials;
}

/** A customer who has just been at the consent page; `query` is what they bring back. */
export interface Returning {
	readonly customer: string;
	readonly query: { readonly state: string; readonly code?: string; readonly error?: string };
}

/** Somebody answered a link of `reference`. */
export function returning(
	{ sandbox, credentials }: World,
	customer: string,
	answer: 'allowed' | 'declined',
): Returning {
	const app = readAppCredential({
		environment: 'custom',
		apiBaseUrl: credentials.url,
		clientId: DEMO.recipientId,
		clientSecret: DEMO.recipientSecret,
		redirectUri: REDIRECT,
		connectionKey: CONNECTION_KEY,
	});
	const order = {
		reference: customer,
		providerId: String(DEMO.providerId),
		scopes: ['ACCOUNT_DETAILED'],
		language: 'en',
		correlationId: undefined,
		validityMs: 60_000,
	} as const;
	const { authorizationUrl } = createAuthorizeLink(app, order, Date.now());
	const state = new URL(authorizationUrl).searchParams.get('state') ?? '';
	if (answer === 'declined') return { customer, query: { state, error: 'access_denied' } };
	const code = sandbox.store.tokens.issueCode({
		clientId: DEMO.recipientId,
		redirectUri: REDIRECT,
		consent: {
			providerId: DEMO.providerId,
			customer,
			scopes: ['ACCOUNT_BASIC', 'ACCOUNT_DETAILED'],
			correlationId: undefined,
		},
		expiresAt: sandbox.clock.now() + 300_000,
		codeChallenge: undefined,
	});
	return { customer, query: { state, code } };
}

/** A customer connected at some time before, as a table has it. */
export interface Connected {
	readonly customer: string;
	readonly refreshToken: string;
	readonly sealed: string;
}

/** @param withAccess whether the access token of the consent is sealed in as well, and still good */
export function connected(
	{ sandbox, credentials }: World,
	customer: string,
	withAccess = false,
): Connected {
	const { refreshToken, accessToken, connectionId } = sandbox.connect({
		recipientId: DEMO.recipientId,
		customer,
	});
	const connection = {
		connectionId,
		refreshToken,
		requestedProviderId: String(DEMO.providerId),
		reference: customer,
		connectedAt: '2026-11-20T12:00:00.000Z',
		...(withAccess ? { accessToken, accessTokenExpiresAt: Date.now() + 299_000 } : {}),
	};
	const sealed = sealConnection(connection, sealingAt(credentials.url, CONNECTION_KEY));
	return { customer, refreshToken, sealed };
}

/** The refresh token inside a sealed text; undefined where it does not open. */
export function tokenIn(sealed: unknown, { url }: Credentials): string | undefined {
	const opened = openConnection(sealed, sealingAt(url, CONNECTION_KEY));
	return opened.kind === 'open' ? opened.connection.refreshToken : undefined;
}

/** Whether the words leave open what became of it. */
export function leavesOpen({ error, message, details }: IDataObject): boolean {
	const { ambiguous } = { ambiguous: false, ...(details as IDataObject | undefined) };
	return (
		ambiguous === true ||
		/not known|may have|may exist|may not|not tried again/.test(
			`${String(error)} ${String(message)}`,
		)
	);
}
