import type { IHttpRequestOptions } from 'n8n-workflow';

import type { ApiRequest, Exchange } from '../wire';
import { plainHeaders } from './exchangeOfThrown';

/** n8n's own default is 300 s, the whole life of a Flinks token. */
const TIMEOUT_MS = 60_000;

/** The one place where a request gets its URL; `apiBaseUrl` comes from the credential alone. */
export function requestOptions(apiBaseUrl: string, request: ApiRequest): IHttpRequestOptions {
	const query = Object.entries(request.query ?? {}).filter(([, value]) => value !== undefined);
	return {
		method: request.method,
		url: `${apiBaseUrl}${request.path}`,
		headers: { Accept: request.accept ?? 'application/json' },
		...(query.length > 0 ? { qs: Object.fromEntries(query) } : {}),
		...(request.body === undefined ? {} : { body: { ...request.body }, json: true }),
		...(request.expects === 'file' ? { encoding: 'arraybuffer' as const } : {}),
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		// A redirect would carry the bearer to wherever it points.
		disableFollowRedirect: true,
		timeout: TIMEOUT_MS,
	};
}

/** n8n's full response as an exchange; whatever else it may be counts as no answer. */
export function readAnswer(request: ApiRequest, answer: unknown): Exchange {
	if (typeof answer !== 'object' || answer === null || !('statusCode' in answer)) {
		return { kind: 'unanswered', reason: { code: 'UNKNOWN', neverSent: false } };
	}
	const { body, headers } = answer as { body?: unknown; headers?: unknown };
	const status = Number(answer.statusCode);
	const wantsBytes = request.expects === 'file' && status >= 200 && status < 300;
	return {
		kind: 'answered',
		response: { status, headers: plainHeaders(headers), body: wantsBytes ? body : parsed(body) },
	};
}

function parsed(body: unknown): unknown {
	const text = Buffer.isBuffer(body) ? body.toString('utf8') : body;
	if (typeof text !== 'string') return text;
	try {
		const value: unknown = JSON.parse(text);
		return value;
	} catch {
		return text;
	}
}
