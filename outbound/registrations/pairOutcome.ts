import type { Failure } from '../failure';
import type { Registration } from '../model/types';
import type { Pair } from './pairs';

/**
 * What became of one pair: no more than Flinks' answers prove.
 * `requested`           sent, and Flinks lists it
 * `already-registered`  Flinks listed it before; not sent
 * `listed`              sent, no clear answer; Flinks lists it, perhaps from before (Skip Existing off)
 * `not-listed-yet`      sent, answered with success, and Flinks was asked back: it lists no such pair
 * `not-confirmed`       sent, answered with success, but Flinks could not be asked back
 * `not-requested`       not sent, or refused
 * `unclear`             sent, no clear answer, and nothing proves that Flinks has it
 */
export type PairOutcome =
	| {
			readonly kind: 'already-registered' | 'listed' | 'requested';
			readonly registration: Registration;
	  }
	| { readonly kind: 'not-listed-yet' }
	| { readonly kind: 'not-confirmed' | 'not-requested' | 'unclear'; readonly failure: Failure };

export type OutcomeKind = PairOutcome['kind'];

/** Why nobody knows what became of a request that had no clear answer. */
const DOUBTS = {
	'not-listed': 'Flinks was asked afterwards and does not list the registration.',
	'not-asked':
		'Flinks could not be asked afterwards, so it is not known whether it has the registration.',
	'not-readable':
		'Flinks was asked afterwards and lists a registration whose IDs cannot be read, which may be this one.',
};

export function unclear(failure: Failure, why: keyof typeof DOUBTS): PairOutcome {
	const remedy = `${DOUBTS[why]} Run the node again later with Skip Existing on: it asks Flinks first.`;
	return { kind: 'unclear', failure: { ...failure, ambiguous: true, remedy } };
}

/** For a pair that Flinks may list in a row whose IDs cannot be read. */
export function unreadable({ recipientId, providerId }: Pair): Failure {
	return {
		kind: 'unexpected-answer',
		title: `Flinks lists a registration whose IDs cannot be read, which may be that of recipient ${recipientId} with provider ${providerId}`,
		remedy:
			'Look at the rows with status or IDs UNKNOWN in the Flinks Check Registration Status node, and report them to Flinks. With Skip Existing off the registration is requested whatever exists.',
	};
}
