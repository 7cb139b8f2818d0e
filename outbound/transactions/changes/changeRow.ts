import { maskedRow } from '../maskRow';
import type { TransactionRow } from '../row';
import type { Changed, ChangedPart, Listed, Removed } from './change';
import type { Confidence, MatchedBy } from './rules';

/** One change for people, the same keys whatever it is; null where nothing is known, or it does not apply. */
export interface TransactionChangeRow extends TransactionRow {
	readonly change: 'added' | 'changed' | 'listed' | 'removed';
	/** Stays the same for as long as the transaction is known. */
	readonly syncId: string;
	readonly syncDate: string | null;
	readonly changedParts: readonly ChangedPart[] | null;
	readonly matchedBy: MatchedBy | null;
	readonly confidence: Confidence | null;
	readonly wasPending: boolean | null;
}

/** A transaction that is new, with account numbers masked; or only `listed`. */
export function addedRow(
	{ row, value, syncId, syncDate }: Listed,
	change: 'added' | 'listed' = 'added',
): TransactionChangeRow {
	return { change, ...maskedRow(value, row), syncId, syncDate, ...NO_MATCH };
}

export function changedRow({
	row,
	value,
	syncId,
	syncDate,
	parts,
	by,
	confidence,
}: Changed): TransactionChangeRow {
	const matched = { changedParts: parts, matchedBy: by, confidence };
	return { change: 'changed', ...maskedRow(value, row), syncId, syncDate, ...NO_MATCH, ...matched };
}

/** Of what is gone no more is known than the state keeps. */
export function removedRow({
	syncId,
	syncDate,
	wasPending,
	transactionId,
}: Removed): TransactionChangeRow {
	const known = { transactionId, syncId, syncDate };
	return { change: 'removed', ...NO_TRANSACTION, ...known, ...NO_MATCH, wasPending };
}

const NO_MATCH = {
	changedParts: null,
	matchedBy: null,
	confidence: null,
	wasPending: null,
} as const;

const NO_TRANSACTION: TransactionRow = {
	date: null,
	description: null,
	amount: null,
	currency: null,
	status: null,
	category: null,
	merchant: null,
	direction: null,
	transactionType: null,
	postedTimestamp: null,
	transactionTimestamp: null,
	transactionId: null,
	referenceTransactionId: null,
	accountId: null,
};
