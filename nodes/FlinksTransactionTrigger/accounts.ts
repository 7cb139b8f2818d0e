import { accountPages } from '../../outbound/endpoints/accounts';
import { simplifyAccount } from '../../outbound/fdx/account';
import type { Failure } from '../../outbound/failure';
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

/** A filter for what is not there would keep the trigger silent for ever; undefined where all is listed. */
export function notListed(
	accounts: readonly WatchedAccount[],
	wanted: readonly string[] = [],
): Failure | undefined {
	const missing = wanted.filter((id) => !accounts.some((account) => account.id === id));
	if (missing.length === 0) return undefined;
	const some = missing.slice(0, 5).join(', ');
	return {
		kind: 'not-found',
		title: `The bank does not list what is chosen in Account Names or IDs: ${some}${missing.length > 5 ? ' and more' : ''}`,
		remedy: 'Choose from the list again. An account may be closed, or be shared no more.',
	};
}
