import type { Day } from '../day';

/** What must be the same for a state to be of use: transactions are told apart within one account only. */
export interface SyncScope {
	/** Of the sealed connection; a name of its own for the one account of a credential. */
	readonly connectionId: string;
	readonly accountId: string;
}

/** What is kept of a transaction that is not posted, to find it again under another ID. */
export interface Hint {
	readonly transactionId: string | null;
	/** A plain decimal, signed. */
	readonly amount: string | null;
	/** See `wordsOf`. */
	readonly words: string;
}

/** What the state remembers of one transaction: digests, not what the customer did. */
export interface Entry {
	/** Digest of the bank's ID (of the content, where there is none) and of its number among equals. */
	readonly key: string;
	/** Stays the same for as long as the transaction is known, also when the bank gives it another ID. */
	readonly syncId: string;
	readonly amount: string;
	readonly description: string;
	/** Everything else that a row shows, dates included and times of day left out. */
	readonly details: string;
	/** The earlier of both dates: what a bank's own date filter cannot go below. */
	readonly day: Day;
	/** True where the bank gave no ID. */
	readonly anonymous: boolean;
	/** There for a pending transaction only. */
	readonly hint: Hint | undefined;
}

/** What is remembered of one account between two runs. */
export interface SyncState {
	/** Counts the runs; a state with a lower number is an older one. */
	readonly run: number;
	/** Transactions before this day are none of ours: it is the day from which the first run read. */
	readonly since: Day;
	/** First and last day of the window that was read. */
	readonly from: Day;
	readonly to: Day;
	/** Last day of the last window that is known to have been read whole. */
	readonly wholeTo: Day;
	/** True after a reading that listed nothing although there had been transactions. */
	readonly wasEmpty: boolean;
	readonly entries: readonly Entry[];
}
