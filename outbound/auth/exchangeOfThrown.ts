import { isRecord } from '../model/isRecord';
import { parseBody } from '../model/parseBody';
import { AUTHORIZATION_ERRORS } from '../model/publishedErrors';
import type { Exchange } from '../wire';

/** Codes that prove that no request left for Flinks: no name, no route, or nobody listening. */
const NEVER_SENT: ReadonlySet<string> = new Set([
	'EAI_AGAIN',
	'ECONNREFUSED',
	'EHOSTDOWN',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'ENOTFOUND',
	'ERR_INVALID_URL',
]);

/** n8n hides an AxiosError two levels down (NodeApiError, OperationalError); one more for safety. */
const MAX_DEPTH = 5;

/** n8n says these instead of handing on the answer of the token endpoint, by version. */
const LOST_GRANT = /needs to be reconnected/i;
const NO_REFRESH_TOKEN = /no refresh token|refresh token is (not )?available/i;
const NO_TOKEN = /sign without access token|credentials not connected/i;

interface Link {
	readonly message?: unknown;
	readonly code?: unknown;
	readonly httpCode?: unknown;
	readonly cause?: unknown;
	readonly body?: unknown;
	readonly status?: unknown;
	readonly response?: {
		readonly status?: unknown;
		readonly data?: unknown;
		readonly headers?: unknown;
	};
}

/** True where n8n had no access token to sign the request with: nobody has connected the credential. */
export function saysNotConnected(thrown: unknown): boolean {
	return chainOf(thrown).some(({ message }) => NO_TOKEN.test(String(message)));
}

/** True where n8n had no refresh token to renew with: nothing was sent, so nothing is known of the consent. */
export function saysNoRefreshToken(thrown: unknown): boolean {
	return chainOf(thrown).some(({ message }) => NO_REFRESH_TOKEN.test(String(message)));
}

/**
 * Reads what n8n's request helpers throw as the exchange it stands for. Only status, body and code
 * are taken over: the error itself holds the bearer in its request config.
 */
export function exchangeOfThrown(thrown: unknown): Exchange {
	const chain = chainOf(thrown);
	for (const link of chain) {
		const answer = answerIn(link);
		if (answer) return answer;
	}
	if (chain.some(({ message }) => LOST_GRANT.test(String(message)))) {
		return answered(400, { error: 'invalid_grant' });
	}
	const code = chain.map(codeIn).find((found) => found !== undefined) ?? 'UNKNOWN';
	return { kind: 'unanswered', reason: { code, neverSent: NEVER_SENT.has(code) } };
}

function chainOf(thrown: unknown): Link[] {
	const chain: Link[] = [];
	let link: unknown = thrown;
	while (typeof link === 'object' && link !== null && chain.length < MAX_DEPTH) {
		chain.push(link);
		link = (link as Link).cause;
	}
	return chain;
}

function answerIn({ response, body, status }: Link): Exchange | undefined {
	// With a status of success the helpers throw only where the body broke off on its way.
	if (typeof response?.status === 'number' && response.status >= 300) {
		return answered(response.status, response.data, response.headers);
	}
	// n8n's OAuth2 client keeps the parsed answer of the token endpoint in `body`, without a status
	// where the body named an OAuth error; Flinks' list of those says which status each has.
	if (body === undefined) return undefined;
	if (typeof status === 'number') return answered(status, body);
	const published = statusOf(body);
	if (published !== undefined) return answered(published, body);
	const refusal = { status: 400, headers: {}, body: parseBody(body), isStatusGuessed: true };
	return { kind: 'answered', response: refusal };
}

function statusOf(body: unknown): number | undefined {
	const error = isRecord(body) ? body.error : undefined;
	return AUTHORIZATION_ERRORS.find((known) => known.error === error)?.status;
}

function answered(status: number, body: unknown, headers?: unknown): Exchange {
	const response = { status, headers: plainHeaders(headers), body: parseBody(body) };
	return { kind: 'answered', response };
}

export function plainHeaders(headers: unknown): Record<string, string> {
	if (typeof headers !== 'object' || headers === null) return {};
	const plain: Record<string, string> = {};
	for (const [name, value] of Object.entries(headers)) plain[name.toLowerCase()] = String(value);
	return plain;
}

function codeIn({ code, httpCode }: Link): string | undefined {
	const found = typeof code === 'string' ? code : httpCode;
	if (typeof found !== 'string' || !/^[A-Z][A-Z0-9_]+$/.test(found)) return undefined;
	return found === 'ERR_CANCELED' ? 'CANCELLED' : found;
}
