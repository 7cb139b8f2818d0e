import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { isByteStream, readUpTo, type ByteStream } from '../http/byteStream';
import type { Bounds } from '../http/bounds';
import { parseBody } from '../model/parseBody';
import type { ApiRequest, ApiResponse, Exchange } from '../wire';
import { plainHeaders } from './exchangeOfThrown';

/** How long a server may say nothing, in ms; n8n's own 300 s are the whole life of a Flinks token. */
const SILENCE_MS = 60_000;

/** What every request has: nothing is followed, thrown or read that this package does not look at. */
export const COMMON_OPTIONS = {
	// Read by this package, so that its size and its time have an end.
	encoding: 'stream',
	returnFullResponse: true,
	ignoreHttpStatusErrors: true,
	// A redirect would carry the bearer to wherever it points.
	disableFollowRedirect: true,
	timeout: SILENCE_MS,
} as const satisfies Partial<IHttpRequestOptions>;

/** The one place where a request gets its URL; `apiBaseUrl` comes from the credential alone. */
export function requestOptions(
	apiBaseUrl: string,
	{ accept = 'application/json', body, method, path, query }: ApiRequest,
	headers: Readonly<Record<string, string>> = {},
): IHttpRequestOptions {
	const options: IHttpRequestOptions = {
		...COMMON_OPTIONS,
		method,
		url: `${apiBaseUrl}${path}`,
		headers: { Accept: accept, ...headers },
	};
	const qs = query && given(query);
	if (qs) options.qs = qs;
	if (body === undefined) return options;
	return { ...options, body: { ...body }, json: true };
}

/** Undefined where nothing is given. */
function given(query: NonNullable<ApiRequest['query']>): IDataObject | undefined {
	let qs: IDataObject | undefined;
	for (const [name, value] of Object.entries(query)) {
		if (value === undefined) continue;
		qs ??= {};
		qs[name] = value;
	}
	return qs;
}

/** n8n's full response with its body unread; undefined for whatever else it may be. */
export function responseIn(answer: unknown): ApiResponse | undefined {
	if (typeof answer !== 'object' || answer === null || !('statusCode' in answer)) return undefined;
	const { body, headers } = answer as { body?: unknown; headers?: unknown };
	return { status: Number(answer.statusCode), headers: plainHeaders(headers), body };
}

/**
 * The exchange with its body read, and parsed where it is JSON. An error or an answer that nobody
 * reads may be cut; a success that is too large is no answer.
 * @throws whatever breaks the stream
 */
export async function readExchange(
	request: ApiRequest,
	response: ApiResponse,
	bounds: Bounds,
): Promise<Exchange> {
	if (!isByteStream(response.body)) return answered(response, response.body);
	const isSuccess = response.status >= 200 && response.status < 300;
	const mustBeWhole = isSuccess && request.expects !== 'nothing';
	const most = mustBeWhole ? bounds.answerBytes : bounds.errorBytes;
	const read = await readWithin(response.body, response.headers, most, mustBeWhole);
	return read ? answered(response, read.text) : unanswered('ANSWER_TOO_LARGE');
}

/** Undefined where it is too large. */
async function readWithin(
	stream: ByteStream,
	headers: ApiResponse['headers'],
	most: number,
	mustBeWhole: boolean,
): Promise<{ readonly text: string } | undefined> {
	if (mustBeWhole && Number(headers['content-length']) > most) {
		stream.destroy();
		return undefined;
	}
	const read = await readUpTo(stream, most);
	return read.isWhole || !mustBeWhole ? read : undefined;
}

export function unanswered(code: string): Exchange {
	return { kind: 'unanswered', reason: { code, neverSent: false } };
}

function answered({ status, headers }: ApiResponse, body: unknown): Exchange {
	return { kind: 'answered', response: { status, headers, body: parseBody(body) } };
}
