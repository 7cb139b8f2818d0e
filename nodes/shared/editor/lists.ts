import { listProvidersWithStatus } from '../../../outbound/endpoints/activeProviders';
import { accountPages } from '../../../outbound/endpoints/accounts';
import { listSupportedProviders } from '../../../outbound/endpoints/providers';
import { listRecipients } from '../../../outbound/endpoints/recipients';
import { simplifyAccount } from '../../../outbound/fdx/account';
import { rowsOf } from '../../../outbound/http/pages';
import { connectedAccount } from '../client/connectedAccount';
import { partner } from '../client/partner';
import { recipientApp } from '../client/recipientApp';
import type { EditorList, Entry } from './editorList';

/** The recipients of the partner. */
export const recipientList: EditorList = {
	name: 'Recipients',
	access: partner,
	async entries(client) {
		const recipients = await listRecipients(client);
		return recipients.map(({ client_id: id, name }) => ({ name: name ?? id, id, hint: id }));
	},
};

/** Every provider that Flinks supports. */
export const providerList: EditorList = {
	name: 'Providers',
	access: partner,
	entries: async (client) => (await listSupportedProviders(client)).map(providerEntry),
};

/** The providers that customers of the recipient can connect at. */
export const activeProviderList: EditorList = {
	name: 'ActiveProviders',
	access: recipientApp,
	entries: async (client) =>
		(await listProvidersWithStatus(client, undefined, true)).map(providerEntry),
};

/** More accounts than any person has; keeps the list short whatever the bank sends. */
const MOST_ACCOUNTS = 500;

/** The accounts of the one connected customer. */
export const accountList: EditorList = {
	name: 'Accounts',
	access: connectedAccount,
	async entries(client) {
		const pages = accountPages(client, { accountIds: [], resultType: 'lightweight' });
		const entries: Entry[] = [];
		for await (const wrapper of rowsOf(pages, { limit: MOST_ACCOUNTS })) {
			const account = simplifyAccount(wrapper);
			if (!account?.accountId) continue;
			const { accountId: id, name, accountType, accountNumberDisplay: digits } = account;
			entries.push({ name: [name ?? accountType ?? id, digits].filter(Boolean).join(' '), id });
		}
		return entries;
	},
};

interface Named {
	readonly provider_id: number | string;
	readonly name?: string | null | undefined;
	readonly country?: string | null | undefined;
}

function providerEntry({ provider_id, name, country }: Named): Entry {
	const id = String(provider_id);
	return { name: `${name ?? id}${country ? ` (${country})` : ''}`, id, hint: `Provider ${id}` };
}
