import type { FetchPage } from '../http/pages';

/** The list of one account's transactions between two days, both written `2026-01-15` and both included. */
export type TransactionList = (range: {
	readonly startTime: string;
	readonly endTime: string;
}) => FetchPage<unknown>;
