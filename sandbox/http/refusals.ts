import type { Family } from '../families';

/** An error answer in the making: thrown by routes, written by the error handler. */
export class Refusal extends Error {
	constructor(
		readonly status: number,
		readonly body: object,
		readonly headers: Readonly<Record<string, string>> = {},
	) {
		super('refused');
	}
}

export type OAuthError =
	| 'access_denied'
	| 'invalid_client'
	| 'invalid_grant'
	| 'invalid_request'
	| 'invalid_scope'
	| 'server_error'
	| 'temporarily_unavailable'
	| 'unauthorized_client'
	| 'unsupported_grant_type'
	| 'unsupported_response_type';

/** All authorization errors are 400 in the published list, save the last two. */
export function oauthRefusal(error: OAuthError, description: string, status = 400): Refusal {
	return new Refusal(status, { error, error_description: description });
}

export function partnerRefusal(status: number, message: string): Refusal {
	return new Refusal(status, { message });
}

/** The published data access errors: code, words, HTTP status. 1300 and 413 are on the download page. */
const FDX_ERRORS = {
	401: ['Invalid Input', 400],
	403: ['Subscription not found', 403],
	500: ['Internal server error', 500],
	501: ['Subsystem unavailable', 405],
	503: ['Scheduled maintenance', 503],
	602: ['Customer not authorized', 401],
	701: ['Account not found', 404],
	704: ['Account type not supported', 422],
	705: ['Account is closed', 409],
	702: ['Invalid start or end date', 400],
	703: ['Invalid date range', 400],
	413: ['Payload too large', 413],
	1107: ['Data not found for request parameters', 404],
	1203: ['Content type not supported', 406],
	1207: ['Too many requests were sent within a short period of time', 429],
	1300: ['Statement is still being processed', 400],
} as const;

export type FdxCode = keyof typeof FDX_ERRORS;

export function fdxRefusal(code: FdxCode, debugMessage: string, status?: number): Refusal {
	const [message, usual] = FDX_ERRORS[code];
	return new Refusal(status ?? usual, { code, message, debugMessage });
}

const PLAIN: Readonly<Record<number, readonly [OAuthError, FdxCode]>> = {
	404: ['invalid_request', 1107],
	405: ['invalid_request', 501],
	406: ['invalid_request', 1203],
	413: ['invalid_request', 413],
	429: ['temporarily_unavailable', 1207],
	500: ['server_error', 500],
	503: ['temporarily_unavailable', 503],
};

/** The same trouble in each family's words; for what happens before or outside a route. */
export function refusalIn(family: Family, status: number, message: string): Refusal {
	const [error, code] = PLAIN[status] ?? (['invalid_request', 401] as const);
	if (family === 'oauth') return oauthRefusal(error, message, status);
	if (family === 'fdx') return fdxRefusal(code, message, status);
	return partnerRefusal(status, message);
}
