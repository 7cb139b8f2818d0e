import { statementPages } from '../../outbound/endpoints/accountData';
import type { Client } from '../../outbound/http/client';
import { readRows, type RowsRead } from '../../outbound/http/pages';
import type { JsonRecord } from '../../outbound/model/isRecord';
import { dateText } from '../../outbound/transactions/day';
import type { Days } from './period';

/**
 * The statements of an account, in the order of the bank; in the bank's own range without `days`.
 * @throws FlinksFailure where a page cannot be fetched
 */
export async function statementsOf(
	client: Client,
	accountId: string,
	days: Days | undefined,
	limit?: number,
): Promise<RowsRead<JsonRecord>> {
	const startTime = days && dateText(days.from);
	const endTime = days && dateText(days.to);
	return await readRows(statementPages(client, accountId, { startTime, endTime }), { limit });
}
