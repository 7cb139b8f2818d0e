import { accountPages } from '../../outbound/endpoints/accounts';
import { simplifyAccount } from '../../outbound/fdx/account';
import type { Client } from '../../outbound/http/client';
import { rowsOf } from '../../outbound/http/pages';

export interface WatchedAccount {
	readonly id: string;
	readonly name: string | null;
}

/** The accounts of the connected customer, or those of them that are wanted. */
export async function watchedAccounts(
	client: Client,
	wanted: readonly string[] = [],
): Promise<WatchedAccount[]> {
	const pages = accountPages(client, { accountIds: [], resultType: 'lightweight' });
	const accounts = new Map<string, WatchedAccount>();
	for await (const wrapper of rowsOf(pages)) {
		const { accountId: id = null, name = null } = simplifyAccount(wrapper) ?? {};
		if (id === null || (wanted.length > 0 && !wanted.includes(id))) continue;
		accounts.set(id, { id, name });
	}
	return [...accounts.values()];
}
