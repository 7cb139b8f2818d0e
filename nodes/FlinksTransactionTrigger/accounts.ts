import { accountPages } from '../../outbound/endpoints/accounts';
import { simplifyAccount } from '../../outbound/fdx/account';
import type { Failure } from '../../outbound/failure';
import type { Client } from '../../outbound/http/client';
import { rowsOf } from '../../outbound/http/pages';

export interface WatchedAccount {
	readonly id: string;
	readonly name: string | null;
	/** Of a transaction that names none. */
	readonly currency: string | null;
}

/** The accounts of the connected customer, or those of them that are wanted. */
export async function watchedAccounts(
	client: Client,
	wanted: readonly string[] = [],
): Promise<WatchedAccount[]> {
	const pages = accountPages(client, { accountIds: [], resultType: 'lightweight' });
	const accounts = new Map<string, WatchedAccount>();
	for await (const wrapper of rowsOf(pages)) {
		const account = simplifyAccount(wrapper);
		const { accountId: id = null, name = null, currency = null } = account ?? {};
		if (id === null || (wanted.length > 0 && !wanted.includes(id))) continue;
		accounts.set(id, { id, name, currency });
	}
	return [...accounts.values()];
}

/**
 * Why nothing would ever come, or come any more, of accounts that are waited for: those of the filter, or
 * without one those that were listed before. Undefined where all are listed.
 */
export function notListed(
	accounts: readonly WatchedAccount[],
	wanted: readonly string[] = [],
	known: readonly string[] = [],
): Failure | undefined {
	const hasFilter = wanted.length > 0;
	const missing = (hasFilter ? wanted : known).filter(
		(id) => !accounts.some((account) => account.id === id),
	);
	if (accounts.length === 0 && !hasFilter) return NO_ACCOUNT;
	if (missing.length === 0) return undefined;
	const some = `${missing.slice(0, 5).join(', ')}${missing.length > 5 ? ' and more' : ''}`;
	return hasFilter
		? {
				kind: 'not-found',
				title: `The bank does not list what is chosen in Account Names or IDs: ${some}`,
				remedy: 'Choose from the list again. An account may be closed, or be shared no more.',
			}
		: {
				kind: 'not-found',
				title: `The bank does not list these accounts any more: ${some}`,
				remedy:
					'They may be closed, or be shared no more. No transaction of them was reported as removed, and the other accounts are watched as before. To be told no more, choose those in Account Names or IDs.',
			};
}

const NO_ACCOUNT: Failure = {
	kind: 'not-found',
	title: 'The bank lists no account of this customer',
	remedy:
		'Nothing starts the workflow until it lists one. Ask the customer which accounts are shared, or to connect again.',
};
