import type { Failure } from '../../../outbound/failure';
import { simplifyAccount } from '../../../outbound/fdx/account';
import type { OwnedAccount } from '../../../outbound/fdx/summarizeAccounts';
import { summarizeAccounts } from '../../../outbound/fdx/summarizeAccounts';
import { done, failed } from '../../../outbound/outcome';
import { accounts } from '../../shared/accounts/accountFields';
import { askedTogether } from '../../shared/accounts/askedTogether';
import { withCustomer } from '../../shared/client/customer';
import { customers } from '../../shared/client/customers';
import { options } from '../../shared/fields/collection';
import { requestsAtOnce } from '../../shared/fields/common';
import { operation } from '../../shared/node/operation';
import { rowsFrom, type Row } from '../../shared/output/row';
import { pageSize } from '../pageSize';
import { namedBy, readAccounts, type WantedAccounts } from '../readAccounts';

/** Each item adds its own owner to its rows. */
const NOBODY = { reference: null, requestedProviderId: null, connectionId: null };

/** An account that cannot be read counts as one without category, currency and balance. */
const UNREADABLE = {
	category: null,
	currency: null,
	balance: null,
	availableBalance: null,
	balanceAsOf: null,
};

type Job = Omit<WantedAccounts, 'limit' | 'resultType'>;

const inDetail = (job: Job) => ({ ...job, resultType: 'details' }) as const;

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
	together: askedTogether<Job>({
		named: (job) => namedBy(inDetail(job)),
		of: (found) => done(totalsOf(found)),
		async alone({ job, customer: { client } }) {
			const { rows, failure } = await readAccounts(client, inDetail(job));
			return failure ? failed(nothingAdded(failure)) : done(totalsOf(rows));
		},
	}),
});

function totalsOf(found: readonly unknown[]): Row[] {
	const counted = new Set<string>();
	const owned: OwnedAccount[] = [];
	for (const value of found) {
		const account = simplifyAccount(value);
		const id = account?.accountId ?? null;
		// A bank may list an account twice.
		if (id !== null && counted.has(id)) continue;
		if (id !== null) counted.add(id);
		owned.push({ ...UNREADABLE, ...account, ...NOBODY });
	}
	return rowsFrom(summarizeAccounts(owned).map(withoutOwner));
}

function nothingAdded(failure: Failure): Failure {
	const remedy = `Nothing was added up, since the totals would not be whole. ${failure.remedy}`;
	return { ...failure, remedy };
}

function withoutOwner(total: object): object {
	return Object.fromEntries(Object.entries(total).filter(([key]) => !Object.hasOwn(NOBODY, key)));
}
