import { getAccount } from '../../../outbound/endpoints/accounts';
import { simplifyAccount } from '../../../outbound/fdx/account';
import { isDetailed } from '../../../outbound/fdx/detailed';
import { done } from '../../../outbound/outcome';
import { account, fullNumbers } from '../../shared/accounts/accountFields';
import { askedTogether } from '../../shared/accounts/askedTogether';
import { shaped, type Shape } from '../../shared/accounts/shaped';
import { withCustomer } from '../../shared/client/customer';
import { customers } from '../../shared/client/customers';
import { options } from '../../shared/fields/collection';
import { requestsAtOnce, simplify } from '../../shared/fields/common';
import { operation } from '../../shared/node/operation';
import { rowsFrom } from '../../shared/output/row';

interface Job extends Shape {
	readonly account: string;
}

const rowOf = (found: object, job: Job) => done(rowsFrom([shaped(found, job, simplifyAccount)]));

export const get = operation({
	value: 'get',
	name: 'Get',
	action: 'Get an account',
	description: 'One account by its ID, with all details the consent covers',
	access: customers,
	outputs: ['Accounts'],
	fields: { account, simplify, options: options({ fullNumbers, requestsAtOnce }) },
	atOnce: (job) => job.options.requestsAtOnce,
	admit: (job, opened, item) => withCustomer(job, opened, item),
	together: askedTogether<Job>({
		named: (job) => ({ ids: [job.account], resultType: 'details' }),
		of([found], job) {
			return found && isDetailed(found) ? rowOf(found, job) : undefined;
		},
		alone: async ({ job, customer: { client } }) =>
			rowOf(await getAccount(client, job.account), job),
	}),
});
