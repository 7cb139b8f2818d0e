import type { Failure } from './failure';
import { FlinksFailure } from './failure';

/** What became of one unit of work; failures are values here, so that one cannot take others along. */
export type Outcome<T> =
	| { readonly kind: 'done'; readonly value: T }
	| { readonly kind: 'failed'; readonly failure: Failure };

export function done<T>(value: T): Outcome<T> {
	return { kind: 'done', value };
}

export function failed(failure: Failure): { readonly kind: 'failed'; readonly failure: Failure } {
	return { kind: 'failed', failure };
}

/**
 * The value of what went well.
 * @throws FlinksFailure with the failure otherwise
 */
export function valueOf<T>(outcome: Outcome<T>): T {
	if (outcome.kind === 'failed') throw new FlinksFailure(outcome.failure);
	return outcome.value;
}

/** Runs `work` and returns what it throws as a failure. */
export async function outcomeOf<T>(work: () => Promise<T>): Promise<Outcome<T>> {
	try {
		return done(await work());
	} catch (error) {
		return failed(failureIn(error));
	}
}

/** A defect of this package shows as a failure too: its message may hold anything, so it is not shown. */
function failureIn(error: unknown): Failure {
	if (error instanceof FlinksFailure) return error.failure;
	const name = error instanceof Error ? error.name : typeof error;
	return {
		kind: 'unexpected-answer',
		title: 'This node met something it was not prepared for',
		remedy: `Report it to the maintainers of the package, with what the node was asked to do (${name}).`,
	};
}
