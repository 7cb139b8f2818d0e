import { accountPages } from '../../outbound/endpoints/accounts';
import { simplifyAccount } from '../../outbound/fdx/account';
import type { Client } from '../../outbound/http/client';
import { rowsOf } from '../../outbound/http/pages';
import { askOnce } from '../shared/client/askOnce';
import type { IdSet } from '../shared/pickers/idSet';

/** One account to ask about; its ID is null where the bank lists an account without one. */
export interface AskedAccount {
	readonly accountId: string | null;
	/** Known where the list of accounts was read. */
	readonly currency: string | null;
}

/**
 * The accounts an item asks for; all of the customer's are listed first, once for each customer. One that is
 * listed twice, as where pages move while they are read, is asked about once.
 */
export async function askedAccounts(client: Client, chosen: IdSet): Promise<AskedAccount[]> {
	if (chosen === 'all') return await listOnce(client, chosen);
	return chosen.map((accountId) => ({ accountId, currency: null }));
}

const listOnce = askOnce(
	(chosen: 'all') => chosen,
	async (client: Client) => {
		const pages = accountPages(client, { accountIds: [], resultType: 'lightweight' });
		const found: AskedAccount[] = [];
		const seen = new Set<string>();
		for await (const account of rowsOf(pages)) {
			const { accountId = null, currency = null } = simplifyAccount(account) ?? {};
			if (accountId !== null && seen.has(accountId)) continue;
			if (accountId !== null) seen.add(accountId);
			found.push({ accountId, currency });
		}
		return found;
	},
);
