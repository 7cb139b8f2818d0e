import type { Refusal } from './state';

export type Unopened = {
	readonly kind: 'malformed' | 'tampered' | 'unknown-key' | 'wrong-environment' | 'wrong-recipient';
} & Refusal;

/** Why a sealed connection stays closed, apart from its recipient. */
export const UNOPENED = {
	malformed: {
		kind: 'malformed',
		title: 'This is not a sealed connection',
		remedy:
			'Nothing was sent to Flinks. Pass on the whole text of the field connection, as Flinks Connection Trigger gave it out. Check that the table column is long enough not to cut it.',
	},
	unknownKey: {
		kind: 'unknown-key',
		title: 'This connection was sealed with another connection key',
		remedy:
			'Nothing was sent to Flinks. Put the key it was sealed with into the credential as the previous key. If that key is lost, the customer must connect again.',
	},
	tampered: {
		kind: 'tampered',
		title: 'This sealed connection was changed after it was sealed',
		remedy:
			'Nothing was sent to Flinks. Restore the stored text as Flinks Connection Trigger gave it out, or let the customer connect again.',
	},
} as const satisfies Record<string, Unopened>;

/** The seal is whole, but the credential at hand is another recipient's. */
export function wrongRecipient(sealedFor: string, recipientId: string): Unopened {
	return {
		kind: 'wrong-recipient',
		title: `This connection belongs to recipient ${sealedFor}, but the credential is of ${recipientId}`,
		remedy: 'Nothing was sent to Flinks. Choose the credential of that recipient.',
	};
}

/** The tokens inside are another environment's: they are not for this one's server to see. */
export function wrongEnvironment(sealedFor: string, authorization: string): Unopened {
	return {
		kind: 'wrong-environment',
		title: `This connection was made at ${sealedFor}, but the credential is for ${authorization}`,
		remedy:
			'Nothing was sent to Flinks. Choose the credential for the environment in which the customer connected.',
	};
}
