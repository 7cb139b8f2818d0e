import type { Failure } from '../failure';
import type { ApiRequest, ApiResponse, Exchange, NoAnswer } from '../wire';
import { readErrorBody, type ErrorBody } from './body';
import { cleanText, type Hide } from './clean';
import { entryFor } from './entryFor';
import { entryForNoAnswer } from './noAnswerTable';
import { hiding, secretsIn } from './secrets';
import { readSupportIds } from './supportIds';

// n8n replaces a whole message in which it finds one of these codes, even inside another word.
const SWAPPED_BY_N8N =
	/E(?:CONN(?:REFUSED|RESET|ABORTED)|NOTFOUND|TIMEDOUT|ADDRNOTAVAIL|HOSTUNREACH|AI_AGAIN|NOENT|ISDIR|NOTDIR|ACCES|EXIST|PERM)|ERRADDRINUSE|GETADDRINFO/i;

// What the caller puts where the network named no code, or the execution was stopped.
const NETWORK_CODE = /^(?!UNKNOWN|CANCEL|ABORT|ERR_CANCEL)[A-Z][A-Z0-9_]{3,39}$/;

function titled(subject: 'Flinks' | 'n8n', purpose: string, reason: string): string {
	const isSafe = purpose !== '' && !SWAPPED_BY_N8N.test(purpose);
	return `${subject} could not ${isSafe ? purpose : 'do what was asked'}: ${reason}`;
}

// A token asked for anew changes nothing that could be looked up.
const isWrite = ({ method, body }: ApiRequest) => {
	const sent: Readonly<Record<string, unknown>> = { ...body };
	return method !== 'GET' && sent.grant_type !== 'client_credentials';
};

// After a 2xx that cannot be read, a 408 or any 5xx, a write may have been carried out.
const leavesDoubt = ({ status }: ApiResponse) =>
	status < 300 || status === 408 || (status >= 500 && status < 600);

const withDetail = ({ text, debug }: ErrorBody) =>
	text !== undefined && debug !== undefined
		? cleanText(`${text.replace(/\.$/, '')}. Detail: ${debug}`)
		: (text ?? debug);

function explainAnswer(request: ApiRequest, response: ApiResponse, hide: Hide): Failure {
	const said = readErrorBody(response.body, hide);
	const entry = entryFor(request, response, said);
	const text = withDetail(said);
	return {
		kind: entry.kind,
		title: titled('Flinks', hide(request.purpose), entry.reason),
		remedy: entry.remedy,
		...(response.isStatusGuessed !== true && { status: response.status }),
		...(said.code !== undefined && { code: said.code }),
		...(text !== undefined && { text }),
		...readSupportIds(response.headers, hide),
		...(isWrite(request) && leavesDoubt(response) && { ambiguous: true }),
	};
}

function explainSilence(request: ApiRequest, { code, neverSent }: NoAnswer, hide: Hide): Failure {
	const entry = entryForNoAnswer(code, neverSent);
	const isTelling = NETWORK_CODE.test(code) && cleanText(code) === code;
	// Nothing is sent before a connection stands and its certificate is trusted.
	const wasSent = !neverSent && entry.kind !== 'unreachable';
	return {
		kind: entry.kind,
		// Flinks issues a token; n8n gets it.
		title: titled('n8n', hide(request.purpose).replace(/^issue /, 'get '), entry.reason),
		remedy: isTelling ? `${entry.remedy} (Network code: ${code})` : entry.remedy,
		...(isWrite(request) && wasSent && { ambiguous: true }),
	};
}

/**
 * Turns an exchange that is not a success into words for an operator. Never throws, whatever the
 * body holds; nothing in the result is secret. `retryAfterMs` is left to the caller.
 * @param secrets those in play besides what the request itself carries: bearer, keys, ...
 */
export function explain(
	request: ApiRequest,
	exchange: Exchange,
	secrets: readonly string[] = [],
): Failure {
	const hide = hiding([...secrets, ...secretsIn(request)]);
	return exchange.kind === 'answered'
		? explainAnswer(request, exchange.response, hide)
		: explainSilence(request, exchange.reason, hide);
}
