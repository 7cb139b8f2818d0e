import type { Entry } from './entry';
import { FDX_REQUEST_CODES } from './fdxRequestTable';

/** Codes of the published data access list that speak of consent, or of Flinks and the provider. */
const SERVICE_CODES: Readonly<Record<string, Entry>> = {
	'403': {
		kind: 'forbidden',
		reason: 'Flinks has no subscription for this data',
		remedy:
			'Use Flinks Check Registration Status: the recipient must be ACTIVE with the provider. If it is, ask Flinks to add this data to the subscription.',
	},
	'500': {
		kind: 'temporarily-unavailable',
		reason: 'something went wrong inside Flinks or at the provider',
		remedy: 'Try again in a few minutes. If it keeps happening, ask Flinks support.',
	},
	'501': {
		kind: 'unsupported',
		reason: 'the provider does not offer this data',
		remedy:
			"Look at the provider's data inventory to see what it offers, and skip this step for its customers.",
	},
	'503': {
		kind: 'temporarily-unavailable',
		reason: 'Flinks or the provider is closed for scheduled maintenance',
		remedy: 'Run the workflow again later; maintenance usually ends within a few hours.',
	},
	'601': {
		kind: 'not-found',
		reason: 'the provider does not know this customer',
		remedy:
			'The customer may have left the provider. Ask the customer, and connect again if they still bank there.',
	},
	'602': {
		kind: 'connection-lost',
		reason: "the customer's consent has ended or does not cover this data",
		remedy:
			"If every request for this customer ends this way, let the customer give consent again: reconnect the credential or send a new authorization link. If only this one does, ask for the missing scope when the customer next consents: 'Consent To' of a Recipient credential, 'Scopes' of an authorization link.",
	},
	'1207': {
		kind: 'rate-limited',
		reason: 'too many requests were sent in a short time',
		remedy:
			'Wait a minute and run again. To stay under the limit, process fewer items at a time or run the workflow less often.',
	},
	'1300': {
		kind: 'temporarily-unavailable',
		reason: 'the statement is still being prepared',
		remedy:
			'List the statements again in a few minutes and download this one when its status is AVAILABLE.',
	},
};

/** Every code of Flinks' published data access list, with what an operator can do about it. */
export const FDX_CODES: Readonly<Record<string, Entry>> = {
	...SERVICE_CODES,
	...FDX_REQUEST_CODES,
};
