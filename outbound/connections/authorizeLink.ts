import { randomBytes } from 'node:crypto';

import type { AppCredential } from '../auth/appCredential';
import type { AuthorizeQuery, Language, Scope } from '../model/types';
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
}

export interface AuthorizeLink {
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
	app: AppCredential,
	order: LinkOrder,
	nowMs: number,
): AuthorizeLink {
	const { reference, providerId, language, correlationId, validityMs } = order;
	const expiresAtMs = nowMs + validityMs;
	const scope = ['ACCOUNT_BASIC', ...order.scopes.filter((one) => one !== 'ACCOUNT_BASIC')].join(
		' ',
	);
	const nonce = randomBytes(NONCE_BYTES).toString('base64url');
	const query: AuthorizeQuery = {
		client_id: app.clientId,
		redirect_uri: app.redirectUri,
		state: createState(
			{ reference, providerId, nonce, issuedAtMs: nowMs, expiresAtMs, language },
			{ current: app.connectionKey },
		),
		response_type: 'code',
		scope,
		provider_id: providerId,
		lang: language,
		...(correlationId === undefined ? {} : { correlation_id: correlationId }),
	};
	const text = Object.entries(query)
		.map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
		.join('&');
	return {
		authorizationUrl: `${app.environment.authorization}/api/v1/authorize?${text}`,
		scope,
		expiresAtMs,
	};
}
