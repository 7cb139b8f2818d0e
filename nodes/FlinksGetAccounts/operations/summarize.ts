import { accountPages } from '../../../outbound/endpoints/accounts';
import { simplifyAccount } from '../../../outbound/fdx/account';
import type { OwnedAccount } from '../../../outbound/fdx/summarizeAccounts';
import { summarizeAccounts } from '../../../outbound/fdx/summarizeAccounts';
import { rowsOf } from '../../../outbound/http/pages';
import { accounts } from '../../shared/accounts/accountFields';
import { withCustomer } from '../../shared/client/customer';
import { customers } from '../../shared/client/customers';
import { options } from '../../shared/fields/collection';
import { requestsAtOnce } from '../../shared/fields/common';
import { operation } from '../../shared/node/operation';
import { rowsFrom } from '../../shared/output/row';
import { pageSize } from '../pageSize';

const NOBODY = { reference: null, requestedProviderId: null, connectionId: null };

/** An account that cannot be read counts as one without category, currency and balance. */
const UNREADABLE = {
	category: null,
	currency: null,
	balance: null,
	availableBalance: null,
	balanceAsOf: null,
};

export const summarize = operation({
	value: 'summarize',
	name: 'Summarize',
	action: 'Summarize accounts',
	description: 'Exact totals for each customer, category, currency and date of the balances',
	access: customers,
	outputs: ['Accounts'],
	fields: { accounts, options: options({ pageSize, requestsAtOnce }) },
	atOnce: (job) => job.options.requestsAtOnce,
	admit: (job, opened, item) => withCustomer(job, opened, item),
	async each({ job, customer: { client, owner } }) {
		const accountIds = job.accounts === 'all' ? [] : job.accounts;
		const pages = accountPages(client, { accountIds, resultType: 'details' });
		const found: OwnedAccount[] = [];
		for await (const account of rowsOf(pages, { pageSize: job.options.pageSize })) {
			found.push({ ...UNREADABLE, ...simplifyAccount(account), ...NOBODY });
		}
		return rowsFrom(summarizeAccounts(found).map((total) => withOwner(total, owner)));
	},
});

function withOwner(total: object, owner: object): object {
	const own = Object.entries(total).filter(([key]) => !Object.hasOwn(NOBODY, key));
	return { ...Object.fromEntries(own), ...owner };
}
