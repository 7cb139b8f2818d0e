import type { Failure } from '../failure';
import type { Registration } from '../model/types';

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

const ASKED_BACK =
	'Flinks was asked afterwards and does not list the registration. Run the node again later with Skip Existing on: it asks Flinks first.';
const NOT_ASKED_BACK =
	'Flinks could not be asked afterwards, so it is not known whether it has the registration. Run the node again with Skip Existing on: it asks Flinks first.';

/** No clear answer to the request; `askedBack` where Flinks could be asked and does not list the pair. */
export function unclear(failure: Failure, askedBack: boolean): PairOutcome {
	const remedy = askedBack ? ASKED_BACK : NOT_ASKED_BACK;
	return { kind: 'unclear', failure: { ...failure, ambiguous: true, remedy } };
}
