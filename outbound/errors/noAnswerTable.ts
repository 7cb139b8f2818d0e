import { isCertificate } from './certificate';
import type { Entry } from './entry';
import { fileEntry } from './fileTable';

const CONNECTION_LOST: Entry = {
	kind: 'disconnected',
	reason: 'the connection to Flinks broke before an answer arrived',
	remedy: 'Try again in a few minutes. If it keeps happening, check the network or proxy of n8n.',
};
const TIMED_OUT: Entry = {
	kind: 'timed-out',
	reason: 'Flinks did not answer in time',
	remedy: 'Try again in a few minutes, or ask for less at once.',
};
const UNREACHABLE: Entry = {
	kind: 'unreachable',
	reason: 'no connection to Flinks could be made',
	remedy:
		'Check the base URL in the Flinks credential, and that n8n may reach it through the network.',
};
const HOST_UNKNOWN: Entry = {
	kind: 'unreachable',
	reason: 'the host name in the base URL could not be found',
	remedy:
		'Check the spelling of the base URL in the Flinks credential, and the DNS of the n8n server.',
};
const NOT_TRUSTED: Entry = {
	kind: 'unreachable',
	reason: 'the security certificate of the server is not trusted',
	remedy:
		'Check the base URL in the Flinks credential. If a company proxy inspects traffic, ask whoever runs n8n to trust its certificate.',
};
const NOT_SECURE: Entry = {
	kind: 'disconnected',
	reason: 'no secure connection could be made or kept up',
	remedy:
		'Check the base URL and port in the Flinks credential, and any proxy between n8n and Flinks.',
};
const TOO_LARGE: Entry = {
	kind: 'unexpected-answer',
	reason:
		'the answer is larger than anything Flinks is known to send, so it was not read to its end',
	remedy:
		'Check the base URL in the Flinks credential. If it is right, ask for less at once, or ask Flinks support.',
};
const CANCELLED: Entry = {
	kind: 'cancelled',
	// n8n stores an execution as canceled, not as failed, where the message says so.
	reason: 'the execution was canceled',
	remedy: 'Run the workflow again to continue.',
};

const CODES: Readonly<Record<string, Entry>> = {
	ABORT_ERR: CANCELLED,
	ANSWER_TOO_LARGE: TOO_LARGE,
	CANCELLED,
	ERR_CANCELED: CANCELLED,
	EAI_AGAIN: HOST_UNKNOWN,
	ENOTFOUND: HOST_UNKNOWN,
	ECONNREFUSED: {
		kind: 'unreachable',
		reason: 'the server at the base URL refused the connection',
		remedy: 'Check the base URL and port in the Flinks credential, and that the server is running.',
	},
	ECONNABORTED: TIMED_OUT,
	ESOCKETTIMEDOUT: TIMED_OUT,
	ETIMEDOUT: TIMED_OUT,
	ECONNRESET: CONNECTION_LOST,
	EPIPE: CONNECTION_LOST,
	ERR_BAD_RESPONSE: CONNECTION_LOST,
};

/** What it means that no answer came, by the network code (`ECONNREFUSED`, `CERT_HAS_EXPIRED`, ...). */
export function entryForNoAnswer(code: string, neverSent: boolean): Entry {
	const upper = code.toUpperCase();
	const known = Object.hasOwn(CODES, upper) ? CODES[upper] : undefined;
	if (known) return known;
	if (isCertificate(upper)) return NOT_TRUSTED;
	const file = fileEntry(upper);
	if (file) return file;
	if (/EPROTO|SSL|TLS/.test(upper)) return NOT_SECURE;
	if (upper.includes('TIMEOUT')) return TIMED_OUT;
	return neverSent ? UNREACHABLE : CONNECTION_LOST;
}
