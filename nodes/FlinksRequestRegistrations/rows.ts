import type { Outcome } from '../../outbound/outcome';
import { done, failed } from '../../outbound/outcome';
import type { Pair } from '../../outbound/registrations/pairs';
import type { PairOutcomes } from '../../outbound/registrations/request';
import { requestedItem } from '../../outbound/registrations/requestItem';
import type { ItemResult } from '../common/results';

/** One row per pair of the item; an item with a pair that failed fails, and says what became of all. */
export function itemResult(
	asked: Outcome<readonly Pair[]>,
	outcomes: PairOutcomes,
	nowMs: number,
): ItemResult {
	if (asked.kind === 'failed') return asked;
	const { rows, failure } = requestedItem(asked.value, outcomes, nowMs);
	return failure ? failed(failure) : done(rows.map((row) => ({ ...row })));
}
