import { accountPages } from '../../outbound/endpoints/accounts';
import type { Failure } from '../../outbound/failure';
import { simplifyAccount } from '../../outbound/fdx/account';
import type { Client } from '../../outbound/http/client';
import { readRows } from '../../outbound/http/pages';
import { askOnce } from '../shared/client/askOnce';
import type { IdSet } from '../shared/pickers/idSet';

/** One account to ask about; its ID is null where the bank lists an account without one. */
export interface AskedAccount {
	readonly accountId: string | null;
	/** Known where the list of accounts was read. */
	readonly currency: string | null;
}

export interface AskedAccounts {
	readonly accounts: readonly AskedAccount[];
	/** Why there may be more of them, where the list of accounts could not be read to its end. */
	readonly failure: Failure | undefined;
}

/**
 * The accounts an item asks for; all of the customer's are listed first, once for each customer. One that is
 * listed twice, as where pages move while they are read, is asked about once.
 * @throws FlinksFailure where they cannot be listed
 */
export async function askedAccounts(client: Client, chosen: IdSet): Promise<AskedAccounts> {
	if (chosen === 'all') return await listOnce(client, chosen);
	return {
		accounts: chosen.map((accountId) => ({ accountId, currency: null })),
		failure: undefined,
	};
}

const listOnce = askOnce(
	(chosen: 'all') => chosen,
	async (client: Client): Promise<AskedAccounts> => {
		const pages = accountPages(client, { accountIds: [], resultType: 'lightweight' });
		const { rows, failure } = await readRows(pages);
		const accounts: AskedAccount[] = [];
		const seen = new Set<string>();
		for (const account of rows) {
			const { accountId = null, currency = null } = simplifyAccount(account) ?? {};
			if (accountId !== null && seen.has(accountId)) continue;
			if (accountId !== null) seen.add(accountId);
			accounts.push({ accountId, currency });
		}
		return { accounts, failure };
	},
);
