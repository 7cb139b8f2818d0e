import { accountPages } from '../../outbound/endpoints/accounts';
import { accountsById } from '../../outbound/fdx/accountsById';
import type { Client } from '../../outbound/http/client';
import { readRows, type RowsRead } from '../../outbound/http/pages';
import type { JsonRecord } from '../../outbound/model/isRecord';
import type { Named } from '../shared/accounts/askedTogether';
import type { IdSet } from '../shared/pickers/idSet';

export interface WantedAccounts {
	readonly accounts: IdSet;
	readonly resultType: 'details' | 'lightweight';
	readonly limit?: number | undefined;
	readonly options: { readonly pageSize?: number | undefined };
}

/** The IDs, where an item names accounts. */
export function namedBy({ accounts, resultType, options }: WantedAccounts): Named | undefined {
	if (accounts === 'all') return undefined;
	return { ids: accounts, resultType, pageSize: options.pageSize };
}

/**
 * All accounts of a customer, or those with the IDs; as Flinks sent them, in the order of the bank.
 * @throws FlinksFailure where a page cannot be fetched
 */
export async function readAccounts(
	client: Client,
	{ accounts, resultType, limit, options: { pageSize } }: WantedAccounts,
): Promise<RowsRead<JsonRecord>> {
	const rules = { limit, pageSize };
	if (accounts !== 'all') {
		return await accountsById(client, { accountIds: accounts, resultType, ...rules });
	}
	return await readRows(accountPages(client, { accountIds: [], resultType }), rules);
}
