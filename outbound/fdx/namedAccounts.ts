import { accountPages, type AccountQuery } from '../endpoints/accounts';
import type { Failure } from '../failure';
import type { Client } from '../http/client';
import { readRows, type FetchPage, type PageRules } from '../http/pages';
import { isRecord, type JsonRecord } from '../model/isRecord';
import { unwrapAccount } from './account';
import { textOf } from './record';

export interface NamedAccounts {
	/** By ID, in the order of the bank; only those that were named. */
	readonly found: ReadonlyMap<string, JsonRecord>;
	/** Why there may be more, where the pages do not lead to the end of the list. */
	readonly failure: Failure | undefined;
}

/**
 * Reads a list of accounts until all that are named, or `enough` of them, were found. What the bank adds is
 * left out, and what it lists twice counts once; it may pass over which accounts were asked for.
 * @throws FlinksFailure where a page cannot be fetched
 */
export async function namedAccounts(
	client: Client,
	query: AccountQuery,
	names: ReadonlySet<string>,
	{ enough = names.size, ...rules }: PageRules & { readonly enough?: number },
): Promise<NamedAccounts> {
	const found = new Map<string, JsonRecord>();
	const fetchPage = accountPages(client, query);
	const untilFound: FetchPage<JsonRecord> = async (cursor) => {
		const page = await fetchPage(cursor);
		for (const row of page.rows) {
			const id = idOf(row);
			if (id !== undefined && names.has(id) && !found.has(id)) found.set(id, row);
		}
		return found.size < enough ? page : { rows: page.rows, nextOffset: undefined };
	};
	const { failure } = await readRows(untilFound, rules);
	return { found, failure };
}

function idOf(row: unknown): string | undefined {
	const account = isRecord(row) ? unwrapAccount(row)?.account : undefined;
	return textOf(account?.accountId) ?? undefined;
}
