import { accountPages } from '../../../outbound/endpoints/accounts';
import { simplifyAccount } from '../../../outbound/fdx/account';
import type { OwnedAccount } from '../../../outbound/fdx/summarizeAccounts';
import { summarizeAccounts } from '../../../outbound/fdx/summarizeAccounts';
import { FlinksFailure, type Failure } from '../../../outbound/failure';
import { rowsOf } from '../../../outbound/http/pages';
import { accounts } from '../../shared/accounts/accountFields';
import { sameQuestions } from '../../shared/accounts/sameQuestions';
import { withCustomer } from '../../shared/client/customer';
import { customers } from '../../shared/client/customers';
import { options } from '../../shared/fields/collection';
import { requestsAtOnce } from '../../shared/fields/common';
import { operation } from '../../shared/node/operation';
import { rowsFrom } from '../../shared/output/row';
import type { IdSet } from '../../shared/pickers/idSet';
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
	each: async ({ job, customer: { client } }) => {
		const accountIds = job.accounts === 'all' ? [] : job.accounts;
		const pages = accountPages(client, { accountIds, resultType: 'details' });
		const found: OwnedAccount[] = [];
		const counted = new Set<string>();
		for await (const value of rowsOf(pages, { pageSize: job.options.pageSize })) {
			const account = simplifyAccount(value);
			const id = account?.accountId ?? null;
			// A bank may list an account twice, or pass over which ones were asked for.
			if (id !== null && (counted.has(id) || !isAsked(job.accounts, id))) continue;
			if (id !== null) counted.add(id);
			found.push({ ...UNREADABLE, ...account, ...NOBODY });
		}
		const missing = accountIds.filter((id) => !counted.has(id));
		if (missing.length > 0) throw new FlinksFailure(notListed(missing));
		return rowsFrom(summarizeAccounts(found).map(withoutOwner));
	},
	shared: sameQuestions,
});

const isAsked = (asked: IdSet, id: string) => asked === 'all' || asked.includes(id);

const notListed = (ids: readonly string[]): Failure => ({
	kind: 'not-found',
	title: `The bank does not list ${ids.length === 1 ? 'this account' : 'these accounts'}: ${ids.slice(0, 5).join(', ')}${ids.length > 5 ? ' and more' : ''}`,
	remedy:
		'Nothing was added up, since the totals would lack them. Check the IDs against Get Many; an account may be closed, or be shared no more.',
});

/** Each item adds its own owner. */
function withoutOwner(total: object): object {
	const own = Object.entries(total).filter(([key]) => !Object.hasOwn(NOBODY, key));
	return Object.fromEntries(own);
}
