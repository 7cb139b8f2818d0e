import type { ChangedPart } from './change';
import type { Entry } from './entry';

/** What is different between what was remembered and what is listed now. */
export function changedParts(before: Entry, now: Entry): ChangedPart[] {
	const changed: Array<[ChangedPart, boolean]> = [
		['amount', before.amount !== now.amount],
		['date', before.day !== now.day],
		['description', before.description !== now.description],
		['details', before.details !== now.details],
		['status', Boolean(before.hint) !== Boolean(now.hint)],
		['transactionId', before.key !== now.key && !(before.anonymous && now.anonymous)],
	];
	return changed.flatMap(([part, is]) => (is ? [part] : []));
}
