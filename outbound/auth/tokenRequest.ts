import type { IHttpRequestOptions } from 'n8n-workflow';

import { ENDPOINTS } from '../model/endpoints';
import type { ApiRequest } from '../wire';
import type { AppCredential } from './appCredential';
import { COMMON_OPTIONS } from './httpExchange';
import type { TokenFormat } from './tokenFormat';

/** The three grants of Flinks' token endpoint. */
export type Grant =
	| {
			readonly grant_type: 'authorization_code';
			readonly code: string;
			readonly redirect_uri: string;
			/** RFC 7636; only for links that were made with a challenge. */
			readonly code_verifier?: string;
	  }
	| { readonly grant_type: 'client_credentials'; readonly scope?: string }
	| { readonly grant_type: 'refresh_token'; readonly refresh_token: string };

const PURPOSES: Readonly<Record<Grant['grant_type'], string>> = {
	authorization_code: 'turn the consent into a connection',
	client_credentials: 'issue an access token',
	refresh_token: 'renew the access token of the connection',
};

/** For retry rules and messages. An authorization code is spent by the first try, so it is sent once. */
export function tokenApiRequest(grant: Grant, app: AppCredential): ApiRequest {
	return {
		...ENDPOINTS.A2,
		body: { ...grant, client_id: app.clientId, client_secret: app.clientSecret },
		safeToRepeat: grant.grant_type !== 'authorization_code',
		purpose: PURPOSES[grant.grant_type],
	};
}

export function tokenHttpOptions(
	grant: Grant,
	app: AppCredential,
	format: TokenFormat,
): IHttpRequestOptions {
	const { clientId, clientSecret } = app;
	const inBody = { ...grant, client_id: clientId, client_secret: clientSecret };
	const isJson = format === 'json';
	return {
		method: 'POST',
		url: `${app.environment.authorization}${ENDPOINTS.A2.path}`,
		headers: {
			Accept: 'application/json',
			'Content-Type': isJson ? 'application/json' : 'application/x-www-form-urlencoded',
			...(format === 'basic' ? { Authorization: basic(clientId, clientSecret) } : {}),
		},
		body: isJson
			? inBody
			: new URLSearchParams(format === 'basic' ? { ...grant } : inBody).toString(),
		...COMMON_OPTIONS,
	};
}

/** RFC 6749 section 2.3.1: both parts are form-encoded first. */
function basic(clientId: string, clientSecret: string): string {
	const [id, secret] = [clientId, clientSecret].map((part) =>
		encodeURIComponent(part).replace(/%20/g, '+'),
	);
	return `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
}
