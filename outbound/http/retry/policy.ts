import { isCertificate } from '../../errors/certificate';
import { isRecord } from '../../model/isRecord';
import type { ApiRequest, Exchange } from '../../wire';

/** Answers that a later try can change: time-out, throttling, and trouble on Flinks' side. */
const PASSING_STATUSES: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

/** Whether Flinks did what it was asked for. */
export function isSuccess(exchange: Exchange): boolean {
	if (exchange.kind === 'unanswered') return false;
	const { status } = exchange.response;
	return status >= 200 && status < 300;
}

/** Flinks' error table gives 429 for code 1207, its prose 422 (see fdx-errors): both mean "slow down". */
export function isThrottled(exchange: Exchange): boolean {
	if (exchange.kind === 'unanswered') return false;
	const { status, body } = exchange.response;
	return status === 429 || (status === 422 && isRecord(body) && String(body.code) === '1207');
}

/**
 * What an exchange says of Flinks as a whole. Silence says nothing: it may be the network of n8n, or
 * an address that never was right.
 */
export function healthIn(exchange: Exchange): 'fine' | 'trouble' | 'unclear' {
	if (exchange.kind === 'unanswered') return 'unclear';
	const { status } = exchange.response;
	if (status >= 500 && status !== 501) return 'trouble';
	return status === 408 || isThrottled(exchange) ? 'unclear' : 'fine';
}

/** What would come out the same again: a stop, a certificate, too large an answer, a file's address. */
function isFinal(code: string): boolean {
	const isFileTrouble = /^FILE_(?!HOST_(?:408|429|5\d\d)$)/.test(code);
	return (
		code === 'CANCELLED' || code === 'ANSWER_TOO_LARGE' || isFileTrouble || isCertificate(code)
	);
}

/**
 * Whether sending `request` once more is safe and may help.
 * A GET may be repeated after any passing trouble. Anything else only where Flinks provably did not
 * act on it: it was throttled, or never reached Flinks. Flinks documents no idempotency key, so a
 * timeout or a 5xx after a POST stays ambiguous and must be reconciled, not repeated.
 */
export function mayRepeat(request: ApiRequest, exchange: Exchange): boolean {
	if (exchange.kind === 'unanswered' && isFinal(exchange.reason.code)) return false;
	if (isThrottled(exchange)) return true;
	if (exchange.kind === 'unanswered' && exchange.reason.neverSent) return true;
	if (request.method !== 'GET' && request.safeToRepeat !== true) return false;
	if (exchange.kind === 'unanswered') return true;
	// It may have been a 429 as well as a refusal: only asking again will tell.
	if (exchange.response.isStatusGuessed === true) return true;
	return PASSING_STATUSES.has(exchange.response.status);
}
