import { getAccount } from '../../../outbound/endpoints/accounts';
import { simplifyAccount } from '../../../outbound/fdx/account';
import { account, fullNumbers } from '../../shared/accounts/accountFields';
import { sameQuestions } from '../../shared/accounts/sameQuestions';
import { shaped } from '../../shared/accounts/shaped';
import { withCustomer } from '../../shared/client/customer';
import { customers } from '../../shared/client/customers';
import { options } from '../../shared/fields/collection';
import { requestsAtOnce, simplify } from '../../shared/fields/common';
import { operation } from '../../shared/node/operation';
import { rowsFrom } from '../../shared/output/row';

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
	each: async ({ job, customer: { client } }) => {
		const found = await getAccount(client, job.account);
		return rowsFrom([shaped(found, job, simplifyAccount)]);
	},
	shared: sameQuestions,
});
