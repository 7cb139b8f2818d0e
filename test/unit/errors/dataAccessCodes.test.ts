import { explain } from '../../../outbound/errors/explain';
import { DATA_ACCESS_ERRORS } from '../../../outbound/model/publishedErrors';
import { answered, request } from './exchanges';

const MESSAGES = [
	{
		code: 401,
		status: 400,
		kind: 'invalid-input',
		title: 'Flinks could not list the accounts: a value in the request was not accepted',
		remedy: 'Check the IDs, that dates are written YYYY-MM-DD, and that the limit is at least 1.',
	},
	{
		code: 403,
		status: 403,
		kind: 'forbidden',
		title: 'Flinks could not list the accounts: Flinks has no subscription for this data',
		remedy:
			'Use Flinks Check Registration Status: the recipient must be ACTIVE with the provider. If it is, ask Flinks to add this data to the subscription.',
	},
	{
		code: 500,
		status: 500,
		kind: 'temporarily-unavailable',
		title:
			'Flinks could not list the accounts: something went wrong inside Flinks or at the provider',
		remedy: 'Try again in a few minutes. If it keeps happening, ask Flinks support.',
	},
	{
		code: 501,
		status: 405,
		kind: 'unsupported',
		title: 'Flinks could not list the accounts: the provider does not offer this data',
		remedy:
			"Look at the provider's data inventory to see what it offers, and skip this step for its customers.",
	},
	{
		code: 503,
		status: 503,
		kind: 'temporarily-unavailable',
		title:
			'Flinks could not list the accounts: Flinks or the provider is closed for scheduled maintenance',
		remedy: 'Run the workflow again later; maintenance usually ends within a few hours.',
	},
	{
		code: 601,
		status: 404,
		kind: 'not-found',
		title: 'Flinks could not list the accounts: the provider does not know this customer',
		remedy:
			'The customer may have left the provider. Ask the customer, and connect again if they still bank there.',
	},
	{
		code: 602,
		status: 401,
		kind: 'connection-lost',
		title:
			"Flinks could not list the accounts: the customer's consent has ended or does not cover this data",
		remedy:
			"If every request for this customer ends this way, let the customer give consent again: reconnect the credential or send a new authorization link. If only this one does, ask for the missing scope when the customer next consents: 'Consent To' of a Recipient credential, 'Scopes' of an authorization link.",
	},
	{
		code: 701,
		status: 404,
		kind: 'not-found',
		title:
			'Flinks could not list the accounts: the account does not exist or is not part of this consent',
		remedy:
			"Check the account ID against the customer's account list; it must belong to the same connection.",
	},
	{
		code: 702,
		status: 400,
		kind: 'invalid-input',
		title: 'Flinks could not list the accounts: the start date or the end date was not accepted',
		remedy: 'Give both dates or neither, each written YYYY-MM-DD.',
	},
	{
		code: 703,
		status: 400,
		kind: 'invalid-input',
		title: 'Flinks could not list the accounts: the date range was not accepted',
		remedy: 'Set a start date on or before the end date, or choose a shorter range.',
	},
	{
		code: 704,
		status: 422,
		kind: 'unsupported',
		title: 'Flinks could not list the accounts: this is not available for this type of account',
		remedy: 'Leave accounts of this type out of this step, for example with a Filter node.',
	},
	{
		code: 705,
		status: 409,
		kind: 'not-found',
		title: 'Flinks could not list the accounts: the account is closed',
		remedy: "Use one of the customer's open accounts; list the accounts again to see their status.",
	},
	{
		code: 800,
		status: 404,
		kind: 'not-found',
		title: 'Flinks could not list the accounts: the payee does not exist',
		remedy: 'Check the payee ID.',
	},
	{
		code: 801,
		status: 400,
		kind: 'invalid-input',
		title: 'Flinks could not list the accounts: this payee cannot be changed or deleted',
		remedy: "Leave this payee as it is, or change it in the customer's online banking.",
	},
	{
		code: 802,
		status: 404,
		kind: 'not-found',
		title: 'Flinks could not list the accounts: the payment does not exist',
		remedy: 'Check the payment ID.',
	},
	{
		code: 1107,
		status: 404,
		kind: 'not-found',
		title: 'Flinks could not list the accounts: the provider has no data for this request',
		remedy: 'Check the ID and the dates; a wider date range may hold data.',
	},
	{
		code: 1203,
		status: 406,
		kind: 'unsupported',
		title: 'Flinks could not list the accounts: the file type asked for is not offered',
		remedy: 'Choose PDF, which is what providers usually offer.',
	},
	{
		code: 1207,
		status: 429,
		kind: 'rate-limited',
		title: 'Flinks could not list the accounts: too many requests were sent in a short time',
		remedy:
			'Wait a minute and run again. To stay under the limit, process fewer items at a time or run the workflow less often.',
	},
	{
		code: 1300,
		status: 400,
		kind: 'temporarily-unavailable',
		title: 'Flinks could not list the accounts: the statement is still being prepared',
		remedy:
			'List the statements again in a few minutes and download this one when its status is AVAILABLE.',
	},
	{
		code: 413,
		status: 413,
		kind: 'unsupported',
		title: 'Flinks could not list the accounts: the file is too large to be sent',
		remedy: 'Ask for another file type, or get this statement from the provider directly.',
	},
] as const;

describe('every code of the published data access list reads as an operator needs it', () => {
	it.each(MESSAGES)('$code', ({ code, status, ...expected }) => {
		const failure = explain(request('fdx'), answered(status, { code, message: 'As sent' }));
		expect(failure).toEqual({ ...expected, code: String(code), status, text: 'As sent' });
	});

	it.each(MESSAGES)('$code as text reads the same', ({ code, status, title }) => {
		expect(explain(request('fdx'), answered(status, { code: String(code) })).title).toBe(title);
	});

	it('covers the whole list', () => {
		expect(MESSAGES.map(({ code, status }) => ({ code, status }))).toEqual(
			DATA_ACCESS_ERRORS.map(({ code, status }) => ({ code, status })),
		);
	});

	it('reads 1207 as throttling on HTTP 422 too', () => {
		expect(explain(request('fdx'), answered(422, { code: 1207 })).kind).toBe('rate-limited');
	});

	it('reads HTTP 429 as throttling whatever the code', () => {
		expect(explain(request('fdx'), answered(429, { code: 500 })).kind).toBe('rate-limited');
	});

	it('reads code 401 as invalid input, unless its text speaks of the token', () => {
		const about = (message: string) =>
			explain(request('fdx'), answered(400, { code: 401, message })).kind;
		expect(about('Invalid Input')).toBe('invalid-input');
		expect(about('Access token expired')).toBe('unexpected-answer');
	});
});
