import type {
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';

import { accountPages } from '../../outbound/endpoints/accounts';
import { simplifyAccount } from '../../outbound/fdx/account';
import { outcomeOf } from '../../outbound/outcome';
import { rowsOf } from '../../outbound/http/pages';
import { nodeErrorOf } from '../common/nodeError';
import { openEditorClient } from '../common/open';

/** More accounts than any person has; keeps the list in the editor short whatever the bank sends. */
const MOST = 500;

/** The accounts of the connected customer, by name. */
export async function getAccounts(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const listed = await outcomeOf(async () => {
		const client = await openEditorClient(this, 'flinksOutboundRecipientOAuth2Api');
		const pages = accountPages(client, { accountIds: [], resultType: 'lightweight' });
		const options: INodePropertyOptions[] = [];
		for await (const wrapper of rowsOf(pages, { limit: MOST })) {
			const account = simplifyAccount(wrapper);
			if (!account?.accountId) continue;
			const { accountId, name, accountType, accountNumberDisplay: number } = account;
			const label = [name ?? accountType ?? accountId, number].filter(Boolean).join(' ');
			options.push({ name: label, value: accountId });
		}
		return options.sort((a, b) => a.name.localeCompare(b.name));
	});
	if (listed.kind === 'failed') throw nodeErrorOf(this.getNode(), listed.failure, 0);
	return listed.value;
}

export async function searchAccounts(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	const wanted = filter.trim().toLowerCase();
	const options = await getAccounts.call(this);
	return {
		results: options
			.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(wanted))
			.map(({ name, value }) => ({ name, value: String(value) })),
	};
}
