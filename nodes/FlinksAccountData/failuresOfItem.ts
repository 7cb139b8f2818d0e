import type { Failure } from '../../outbound/failure';

/** A failure of one account among several says which one. */
export function naming(failure: Failure, accountId: string | null): Failure {
	return { ...failure, remedy: `${failure.remedy} It happened with account ${accountId ?? ''}.` };
}

/** One failure for an item of which several parts failed: the first, and how many others there are. */
export function allFailures([first, ...others]: readonly Failure[]): Failure | undefined {
	if (!first || others.length === 0) return first;
	const count = others.length === 1 ? '1 other part' : `${others.length} other parts`;
	const titles = [...new Set(others.map(({ title }) => title))].slice(0, 3).join('. ');
	return { ...first, remedy: `${first.remedy} ${count} of this item failed as well: ${titles}.` };
}
