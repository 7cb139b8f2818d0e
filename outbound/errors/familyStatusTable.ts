import type { Family } from '../wire';
import type { Entry } from './entry';

/**
 * A connection refused by a status alone. Flinks documents `invalid_grant` and 602 for a consent that has
 * ended; gateways and firewalls answer 400, 401 and 403 too.
 */
export const REFUSED_WITHOUT_REASON: Entry = {
	kind: 'unexpected-answer',
	reason: 'the refusal is not one that Flinks documents',
	remedy:
		"A gateway or firewall may have answered in Flinks' place. Nothing says that the customer's consent has ended. Run the workflow again later.",
};

const CLIENT_REFUSED: Entry = {
	kind: 'credential-refused',
	reason: 'the credential was not accepted',
	remedy:
		'Check the client ID and client secret in the Flinks credential, and that its base URLs belong to the same environment.',
};

const WRONG_FORM = {
	reason: 'the token request was not in the form Flinks expects',
	remedy:
		'In the credential, try another way of sending the token request (JSON body, form body, or form with Basic header).',
};

/** Statuses that mean something else, or more, for one kind of endpoint. */
export const FAMILY_STATUS: Readonly<Record<Family, Readonly<Record<number, Entry>>>> = {
	oauth: {
		400: { kind: 'invalid-input', ...WRONG_FORM },
		401: CLIENT_REFUSED,
		403: CLIENT_REFUSED,
		// No address of this family holds an ID.
		404: {
			kind: 'not-found',
			reason: 'nothing exists at this address',
			remedy: 'Check the base URLs in the Flinks credential, and enter them without a path.',
		},
		415: { kind: 'unsupported', ...WRONG_FORM },
	},
	partner: {
		401: CLIENT_REFUSED,
		403: {
			kind: 'forbidden',
			reason: 'this credential is not allowed to do this',
			remedy:
				'Use a partner credential with the scope client:admin, or ask Flinks what the client may do.',
		},
	},
	fdx: {
		401: {
			kind: 'unexpected-answer',
			reason: 'the access token was not accepted',
			remedy:
				"Nothing says that the customer's consent has ended: a gateway or firewall may have answered in Flinks' place. Run the workflow again later. If it always ends so, let the customer give consent again.",
		},
		403: {
			kind: 'forbidden',
			reason: 'this data may not be read with this connection',
			remedy:
				'Check that the customer consented to the scope it needs and that the recipient is ACTIVE with the provider.',
		},
		404: {
			kind: 'not-found',
			reason: 'the provider has nothing under this ID',
			remedy: "Check the ID against the customer's account list.",
		},
		405: {
			kind: 'unsupported',
			reason: 'the provider does not offer this data',
			remedy:
				"Look at the provider's data inventory to see what it offers, and skip this step for its customers.",
		},
	},
};
