import type { OutcomeKind, PairOutcome } from './pairOutcome';
import type { Pair } from './pairs';
import { registrationRow, type RegistrationRow } from './registrationRow';

/** The outcomes that come out as rows; a pair that was not requested, or is unclear, is a failure. */
const SHOWN = {
	'already-registered': 'ALREADY_REGISTERED',
	listed: 'LISTED',
	'not-confirmed': 'NOT_CONFIRMED',
	'not-listed-yet': 'NOT_LISTED_YET',
	requested: 'REQUESTED',
} as const satisfies Partial<Record<OutcomeKind, string>>;

export type ShownOutcome = (typeof SHOWN)[keyof typeof SHOWN];

/** One pair for people. What Flinks did not tell is null. */
export interface RequestRow extends Partial<
	Record<Exclude<keyof RegistrationRow, keyof Pair>, string | number | null>
> {
	readonly outcome: ShownOutcome;
	readonly recipientId: string;
	readonly providerId: string;
	/** What the outcome means, where it is not what was hoped for. */
	readonly note?: string;
}

/** The row of a pair; undefined where the outcome is a failure. */
export function requestRow(
	pair: Pair,
	outcome: PairOutcome,
	nowMs: number,
): RequestRow | undefined {
	switch (outcome.kind) {
		case 'already-registered':
		case 'requested':
			return { outcome: SHOWN[outcome.kind], ...registrationRow(outcome.registration, nowMs) };
		case 'listed':
			return {
				outcome: SHOWN.listed,
				...registrationRow(outcome.registration, nowMs),
				note: 'Flinks lists the registration, but gave no clear answer to the request. It may have listed it before.',
			};
		case 'not-listed-yet':
			return {
				outcome: SHOWN['not-listed-yet'],
				...unlisted(pair),
				note: 'Flinks answered the request with success, but does not list the registration yet. Look again later.',
			};
		case 'not-confirmed':
			return {
				outcome: SHOWN['not-confirmed'],
				...unlisted(pair),
				note: `Flinks answered the request with success. Whether it lists the registration is not known. ${sentence(outcome.failure.title)}`,
			};
		case 'not-requested':
		case 'unclear':
			return undefined;
	}
}

/** The words with a full stop, whether they had one or not. */
export function sentence(words: string): string {
	return `${words.trim().replace(/\.$/, '')}.`;
}

function unlisted({ recipientId, providerId }: Pair) {
	return {
		recipientName: null,
		providerName: null,
		status: null,
		requestedOn: null,
		country: null,
		recipientId,
		providerId,
	};
}
