import type { Entry } from './entry';

export const RETRY_LATER = 'Try again in a few minutes. If it keeps happening, ask Flinks support.';
export const CHECK_BASE_URL = 'Check the base URL in the Flinks credential.';
const TOO_LONG: Entry = {
	kind: 'invalid-input',
	reason: 'too many IDs were sent in one request',
	remedy:
		'Ask for fewer IDs at once, or lower the limit on the request length in the node options.',
};

/** What a status means at any endpoint, unless `FAMILY_STATUS` knows better. */
export const ANY_FAMILY: Readonly<Record<number, Entry>> = {
	400: {
		kind: 'invalid-input',
		reason: 'the values sent were not accepted',
		remedy: 'Check the IDs, dates and other values in the node.',
	},
	404: {
		kind: 'not-found',
		reason: 'nothing exists under this ID or address',
		remedy:
			'Check the ID. If every request ends this way, check the base URL in the Flinks credential.',
	},
	405: {
		kind: 'unsupported',
		reason: 'this address does not take this kind of request',
		remedy: CHECK_BASE_URL,
	},
	406: {
		kind: 'unsupported',
		reason: 'the file type asked for is not offered',
		remedy: 'Choose another file type.',
	},
	408: { kind: 'timed-out', reason: 'the request took too long to arrive', remedy: RETRY_LATER },
	409: {
		kind: 'invalid-input',
		reason: 'this conflicts with something that already exists',
		remedy: 'Look at what exists already, then change the values or leave this item out.',
	},
	410: {
		kind: 'not-found',
		reason: 'what was asked for no longer exists',
		remedy: 'Leave this item out, or choose another ID.',
	},
	413: {
		kind: 'invalid-input',
		reason: 'the request or the file is too large',
		remedy: 'Ask for less at once.',
	},
	414: TOO_LONG,
	415: {
		kind: 'unsupported',
		reason: 'the form of the request was not accepted',
		remedy: CHECK_BASE_URL,
	},
	422: {
		kind: 'invalid-input',
		reason: 'the values sent were understood but not accepted',
		remedy:
			'Check that the values in the node fit together, for example the account and the dates.',
	},
	429: {
		kind: 'rate-limited',
		reason: 'too many requests were sent in a short time',
		remedy:
			'Wait a minute and run again. To stay under the limit, process fewer items at a time or run the workflow less often.',
	},
	431: TOO_LONG,
	501: { kind: 'unsupported', reason: 'Flinks does not offer this', remedy: CHECK_BASE_URL },
	503: {
		kind: 'temporarily-unavailable',
		reason: 'the Flinks service is unavailable for now',
		remedy: RETRY_LATER,
	},
	504: {
		kind: 'timed-out',
		reason: 'Flinks or the provider took too long to answer',
		remedy: 'Try again in a few minutes, or ask for less at once.',
	},
};
