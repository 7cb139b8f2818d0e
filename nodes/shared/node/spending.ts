import type { Failure } from '../../../outbound/failure';

/**
 * What an operation uses up at Flinks.
 * `code`, `secret`: what came of it is nowhere but in the output, so it always comes out.
 * `registration`, `revocation`, `uris`: Flinks tells it again, so the node may stop with an error.
 */
export type Spending = 'code' | 'registration' | 'revocation' | 'secret' | 'uris';

/** Where failures come out in operations that must not stop half-way. */
export const FAILED = 'Failed';

/** Whether what was done before an item failed exists in the output only. */
export function isInOutputOnly(spends: Spending | undefined): boolean {
	return spends === 'code' || spends === 'secret';
}

const HOW_TO_SEE: Readonly<Partial<Record<Spending, string>>> = {
	registration:
		'Run the node again with Skip Existing on: what is listed comes out as ALREADY_REGISTERED.',
	revocation: 'Run the node again: what has ended comes out with alreadyEnded.',
	uris: 'Run the node again: what is in place comes out as unchanged.',
};

/** The failure that stops a node, with a word on what was done for other items. */
export function withWhatWasDone(
	failure: Failure,
	spends: Spending | undefined,
	itemsDone: number,
): Failure {
	const how = spends && HOW_TO_SEE[spends];
	if (how === undefined || itemsDone === 0) return failure;
	const what = itemsDone === 1 ? '1 other item was' : `${itemsDone} other items were`;
	return { ...failure, remedy: `${failure.remedy} ${what} carried out before. ${how}` };
}
