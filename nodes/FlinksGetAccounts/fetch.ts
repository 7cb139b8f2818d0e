import type { IDataObject } from 'n8n-workflow';

import type { Client } from '../../outbound/http/client';
import { accountPages, getAccount } from '../../outbound/endpoints/accounts';
import { simplifyAccount } from '../../outbound/fdx/account';
import { maskAccount } from '../../outbound/fdx/mask';
import { rowsOf } from '../../outbound/http/pages';
import type { Job } from './readItem';

/** The accounts an item asks for, each as one row, converted page by page. */
export async function fetchAccounts(client: Client, job: Job): Promise<IDataObject[]> {
	if (job.operation === 'get') return [rowOf(await getAccount(client, job.accountId), job)];
	const rows: IDataObject[] = [];
	const pages = accountPages(client, { accountIds: job.accountIds, resultType: job.resultType });
	for await (const account of rowsOf(pages, job)) rows.push(rowOf(account, job));
	return rows;
}

function rowOf(account: object, { simplify, fullNumbers }: Job): IDataObject {
	const simple = simplify ? simplifyAccount(account, { fullNumbers }) : undefined;
	if (simple) return { ...simple };
	return asJson(fullNumbers ? account : maskAccount(account));
}

function asJson(value: unknown): IDataObject {
	return typeof value === 'object' && value !== null ? { ...value } : {};
}
