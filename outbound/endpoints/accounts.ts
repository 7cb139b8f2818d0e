import type { Client } from '../http/client';
import type { FetchPage } from '../http/pages';
import { isRecord, type JsonRecord } from '../model/isRecord';
import { unexpected } from './answers';
import { pagesOf } from './pages';
import { requestTo } from './requestTo';

export interface AccountQuery {
	/** Only these accounts; all when empty. */
	readonly accountIds: readonly string[];
	/** 'lightweight' leaves out balances, rates and routing numbers. */
	readonly resultType: 'lightweight' | 'details';
}

/** F2: pages of accounts, each still in its FDX wrapper. */
export function accountPages(
	client: Client,
	{ accountIds, resultType }: AccountQuery,
): FetchPage<JsonRecord> {
	const ids = accountIds.length > 0 ? accountIds.join(',') : undefined;
	return pagesOf(client, 'F2', {}, { accountIds: ids, resultType });
}

/** F3: one account in its FDX wrapper, always with details. */
export async function getAccount(client: Client, accountId: string): Promise<JsonRecord> {
	const request = requestTo('F3', { account_id: accountId });
	const { body } = await client.send(request);
	if (isRecord(body) && ('accountId' in body || Object.values(body).some(isRecord))) return body;
	throw unexpected(request, 'one account was expected');
}
