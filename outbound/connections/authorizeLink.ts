import { randomBytes } from 'node:crypto';

import type { AuthorizeQuery, Language, Scope } from '../model/types';
import type { SealingCredential } from './keys';
import { codeChallenge, codeVerifier } from './pkce';
import { createState } from './state';

/** What the operator decides for one customer. */
export interface LinkOrder {
	/** The operator's own name for the customer. */
	readonly reference: string;
	readonly providerId: string;
	/** Besides ACCOUNT_BASIC, without which Flinks refuses every link. */
	readonly scopes: readonly Scope[];
	readonly language: Language;
	readonly correlationId: string | undefined;
	readonly validityMs: number;
	/** Whether the code is bound to this link (RFC 7636); Flinks' pages do not say that it knows how. */
	readonly pkce?: boolean;
	/** The bank as customers know it, for the page they come back to. */
	readonly bankName?: string;
}

export interface AuthorizeLink {
	/** Comes back with the connection, and in no other: a table can be unique on it. */
	readonly linkId: string;
	readonly authorizationUrl: string;
	/** Space separated, as in the link. */
	readonly scope: string;
	readonly expiresAtMs: number;
}

const NONCE_BYTES = 16;

/**
 * A1: the address a customer opens to give consent. Nothing is sent.
 * @throws FlinksFailure for a weak connection key
 */
export function createAuthorizeLink(
	app: SealingCredential,
	order: LinkOrder,
	nowMs: number,
): AuthorizeLink {
	const { reference, providerId, language, correlationId, validityMs } = order;
	const pkce = order.pkce === true;
	const expiresAtMs = nowMs + validityMs;
	const scope = ['ACCOUNT_BASIC', ...order.scopes.filter((one) => one !== 'ACCOUNT_BASIC')].join(
		' ',
	);
	const nonce = randomBytes(NONCE_BYTES).toString('base64url');
	const content = {
		reference,
		requestedProviderId: providerId,
		requestedScope: scope,
		nonce,
		issuedAtMs: nowMs,
		expiresAtMs,
		language,
		...(order.bankName === undefined ? {} : { bankName: order.bankName }),
		...(pkce ? { pkce } : {}),
	};
	const query: AuthorizeQuery = {
		client_id: app.clientId,
		redirect_uri: app.redirectUri,
		state: createState(content, app),
		response_type: 'code',
		scope,
		provider_id: providerId,
		lang: language,
		...(correlationId === undefined ? {} : { correlation_id: correlationId }),
	};
	const text = Object.entries<string>({ ...query, ...(pkce ? challengeOf(app, nonce) : {}) })
		.map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
		.join('&');
	return {
		linkId: nonce,
		authorizationUrl: `${app.environment.authorization}/api/v1/authorize?${text}`,
		scope,
		expiresAtMs,
	};
}

function challengeOf(app: SealingCredential, nonce: string) {
	return {
		code_challenge: codeChallenge(codeVerifier(app, nonce)),
		code_challenge_method: 'S256',
	};
}
