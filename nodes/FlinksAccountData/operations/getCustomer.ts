import { getCustomer as askCustomer } from '../../../outbound/endpoints/customer';
import { simplifyCustomer } from '../../../outbound/fdx/customer';
import { fullNumbers } from '../../shared/accounts/accountFields';
import { sameQuestions } from '../../shared/accounts/sameQuestions';
import { shaped } from '../../shared/accounts/shaped';
import { withCustomer } from '../../shared/client/customer';
import { customers } from '../../shared/client/customers';
import { options } from '../../shared/fields/collection';
import { requestsAtOnce, simplify } from '../../shared/fields/common';
import { operation } from '../../shared/node/operation';
import { rowsFrom } from '../../shared/output/row';
import { RESOURCES } from '../resources';

export const getCustomer = operation({
	resource: RESOURCES.customer,
	value: 'get',
	name: 'Get',
	action: 'Get a customer',
	description: 'Name, contact and personal data of the customer, as far as the consent covers them',
	access: customers,
	outputs: ['Results'],
	fields: { simplify, options: options({ fullNumbers, requestsAtOnce }) },
	atOnce: (job) => job.options.requestsAtOnce,
	admit: (job, opened, item) => withCustomer(job, opened, item),
	each: async ({ job, customer: { client } }) => {
		const found = await askCustomer(client);
		return rowsFrom([shaped(found, job, simplifyCustomer)]);
	},
	shared: sameQuestions,
});
