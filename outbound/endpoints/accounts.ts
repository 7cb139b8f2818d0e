import type { Client } from '../http/client';
import type { CursorPage, FetchPage } from '../http/pages';
import type { ApiRequest } from '../wire';
import type { JsonRecord } from './checks';
import { anyRecord, isRecord, listIn, recordIn, unexpected } from './checks';

export interface AccountQuery {
	/** Only these accounts; all when empty. */
	readonly accountIds: readonly string[];
	/** 'lightweight' leaves out balances, rates and routing numbers. */
	readonly resultType: 'lightweight' | 'details';
}

/** F2: one page of accounts, each still in its FDX wrapper. */
export function accountPages(client: Client, query: AccountQuery): FetchPage<JsonRecord> {
	return async ({ offset, limit }) => {
		const request: ApiRequest = {
			method: 'GET',
			family: 'fdx',
			path: '/api/fdx/5/accounts',
			query: {
				accountIds: query.accountIds.length > 0 ? query.accountIds.join(',') : undefined,
				resultType: query.resultType,
				offset,
				limit,
			},
			expects: 'json',
			purpose: 'list the accounts',
		};
		return pageIn(request, (await client.send(request)).body, 'accounts');
	};
}

/** F3: one account in its FDX wrapper, always with details. */
export async function getAccount(client: Client, accountId: string): Promise<JsonRecord> {
	const request: ApiRequest = {
		method: 'GET',
		family: 'fdx',
		path: `/api/fdx/5/accounts/${encodeURIComponent(accountId)}`,
		expects: 'json',
		purpose: 'read the account',
	};
	const account = recordIn(request, await client.send(request));
	if ('accountId' in account || Object.values(account).some(isRecord)) return account;
	throw unexpected(request, 'one account was expected');
}

/** Providers may leave out `page` and `links` altogether; the list itself must be there. */
export function pageIn(request: ApiRequest, body: unknown, name: string): CursorPage<JsonRecord> {
	if (!isRecord(body)) throw unexpected(request, `a page of ${name} was expected`);
	const page = isRecord(body.page) ? body.page : {};
	const { nextOffset } = page;
	return {
		rows: listIn(request, body[name], anyRecord),
		nextOffset:
			typeof nextOffset === 'string' || typeof nextOffset === 'number'
				? String(nextOffset)
				: undefined,
	};
}
