import type { Entry } from './entry';

/** Codes of the published data access list that speak of what was asked for. */
export const FDX_REQUEST_CODES: Readonly<Record<string, Entry>> = {
	'401': {
		kind: 'invalid-input',
		reason: 'a value in the request was not accepted',
		remedy: 'Check the IDs, that dates are written YYYY-MM-DD, and that the limit is at least 1.',
	},
	'413': {
		kind: 'unsupported',
		reason: 'the file is too large to be sent',
		remedy: 'Ask for another file type, or get this statement from the provider directly.',
	},
	'701': {
		kind: 'not-found',
		reason: 'the account does not exist or is not part of this consent',
		remedy:
			"Check the account ID against the customer's account list; it must belong to the same connection.",
	},
	'702': {
		kind: 'invalid-input',
		reason: 'the start date or the end date was not accepted',
		remedy: 'Give both dates or neither, each written YYYY-MM-DD.',
	},
	'703': {
		kind: 'invalid-input',
		reason: 'the date range was not accepted',
		remedy: 'Set a start date on or before the end date, or choose a shorter range.',
	},
	'704': {
		kind: 'unsupported',
		reason: 'this is not available for this type of account',
		remedy: 'Leave accounts of this type out of this step, for example with a Filter node.',
	},
	'705': {
		kind: 'not-found',
		reason: 'the account is closed',
		remedy: "Use one of the customer's open accounts; list the accounts again to see their status.",
	},
	'800': {
		kind: 'not-found',
		reason: 'the payee does not exist',
		remedy: 'Check the payee ID.',
	},
	'801': {
		kind: 'invalid-input',
		reason: 'this payee cannot be changed or deleted',
		remedy: "Leave this payee as it is, or change it in the customer's online banking.",
	},
	'802': {
		kind: 'not-found',
		reason: 'the payment does not exist',
		remedy: 'Check the payment ID.',
	},
	'1107': {
		kind: 'not-found',
		reason: 'the provider has no data for this request',
		remedy: 'Check the ID and the dates; a wider date range may hold data.',
	},
	'1203': {
		kind: 'unsupported',
		reason: 'the file type asked for is not offered',
		remedy: 'Choose PDF, which is what providers usually offer.',
	},
};
