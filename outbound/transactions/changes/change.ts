import type { Day } from '../day';
import type { TransactionRow } from '../row';
import type { SyncScope, SyncState } from './entry';
import type { Note } from './notes';
import type { Observation } from './observe';
import type { Confidence, MatchedBy } from './rules';

/** The whole list of an account's transactions from one day to another, as it was read. */
export interface WindowRead {
	readonly scope: SyncScope;
	readonly since: Day;
	readonly from: Day;
	readonly to: Day;
	/** As Flinks sent them, wrapped or bare, in any order. */
	readonly rows: readonly unknown[];
	/** The same taken apart, where that is done already. */
	readonly observed?: Observation;
	/** False where the list kept changing while it was read. */
	readonly settled: boolean;
}

export interface Listed {
	readonly syncId: string;
	/** The earlier of its dates, `2026-01-15`: what `since` is compared with. Null where it has none. */
	readonly syncDate: string | null;
	readonly row: TransactionRow;
	/** As Flinks sent it. */
	readonly value: unknown;
}

export type ChangedPart =
	'amount' | 'date' | 'description' | 'details' | 'status' | 'transactionId';

export interface Changed extends Listed {
	readonly parts: readonly ChangedPart[];
	readonly by: MatchedBy;
	readonly confidence: Confidence;
}

export interface Removed {
	readonly syncId: string;
	readonly syncDate: string | null;
	readonly wasPending: boolean;
	/** Known of pending transactions only: of posted ones the state keeps a digest. */
	readonly transactionId: string | null;
}

export interface Changes {
	/** Each by day. */
	readonly added: readonly Listed[];
	readonly changed: readonly Changed[];
	readonly removed: readonly Removed[];
	readonly nextState: SyncState;
	readonly notes: readonly Note[];
}
