import type { WindowRead } from '../../../outbound/transactions/changes/change';
import type { SyncState } from '../../../outbound/transactions/changes/entry';
import { dayIn } from '../../../outbound/transactions/day';
import { changesSince } from '../../support/inOneGo';

export const SCOPE = { connectionId: 'c1', accountId: 'a1' };
export const DAYS = {
	since: dayIn('2026-01-01'),
	from: dayIn('2025-12-31'),
	to: dayIn('2026-01-31'),
};

export interface Sample {
	readonly id?: string | undefined;
	readonly on: string;
	readonly amount: number;
	readonly text?: string;
	readonly pending?: boolean;
	readonly reference?: string;
}

/** A transaction of a deposit account as F4 lists it; negative amounts are debits. */
export function listed({
	id,
	on,
	amount,
	text = 'Café Olive',
	pending,
	reference,
}: Sample): unknown {
	return {
		depositTransaction: {
			...(id === undefined ? {} : { transactionId: id }),
			...(pending ? {} : { postedTimestamp: `${on}T00:00:00.0000000Z` }),
			...(reference === undefined ? {} : { referenceTransactionId: reference }),
			transactionTimestamp: `${on}T00:00:00.0000000Z`,
			description: text,
			debitCreditMemo: amount < 0 ? 'DEBIT' : 'CREDIT',
			amount: Math.abs(amount),
			status: pending ? 'PENDING' : 'POSTED',
		},
	};
}

export function windowOf(
	samples: readonly Sample[],
	changed: Partial<WindowRead> = {},
): WindowRead {
	return { scope: SCOPE, ...DAYS, rows: samples.map(listed), settled: true, ...changed };
}

/** The changes from one list to the next. */
export function between(before: readonly Sample[], after: readonly Sample[]) {
	return changesSince(changesSince(undefined, windowOf(before)).nextState, windowOf(after));
}

export function stateAfter(samples: readonly Sample[]): SyncState {
	return changesSince(undefined, windowOf(samples)).nextState;
}
