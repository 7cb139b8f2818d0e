import type { Client } from '../http/client';
import type { FetchPage } from '../http/pages';
import type { JsonRecord } from '../model/isRecord';
import { pagesOf } from './pages';

/** Days, `YYYY-MM-DD`, both or neither: Flinks refuses one alone (702) and a reversed range (703). */
export interface DayRange {
	readonly startTime: string | undefined;
	readonly endTime: string | undefined;
}

/** F4: pages of an account's transactions, each in its FDX wrapper. */
export function transactionPages(
	client: Client,
	accountId: string,
	{ startTime, endTime }: DayRange,
): FetchPage<JsonRecord> {
	return pagesOf(client, 'F4', { account_id: accountId }, { startTime, endTime });
}

/** F5: pages of the payment networks an account takes part in; 405 where the provider has none. */
export function paymentNetworkPages(client: Client, accountId: string): FetchPage<JsonRecord> {
	return pagesOf(client, 'F5', { account_id: accountId }, {});
}

/** F6: pages of an account's statements; without dates the provider chooses the range. */
export function statementPages(
	client: Client,
	accountId: string,
	{ startTime, endTime }: DayRange,
): FetchPage<JsonRecord> {
	return pagesOf(client, 'F6', { accountId }, { startTime, endTime });
}
