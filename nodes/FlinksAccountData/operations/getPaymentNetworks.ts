import { paymentNetworkPages } from '../../../outbound/endpoints/accountData';
import { simplifyPaymentNetwork } from '../../../outbound/fdx/paymentNetwork';
import { readRows } from '../../../outbound/http/pages';
import { accounts, fullNumbers } from '../../shared/accounts/accountFields';
import { sameQuestions } from '../../shared/accounts/sameQuestions';
import { shaped } from '../../shared/accounts/shaped';
import { withCustomer } from '../../shared/client/customer';
import { customers } from '../../shared/client/customers';
import { options } from '../../shared/fields/collection';
import { requestsAtOnce, simplify } from '../../shared/fields/common';
import { limit } from '../../shared/fields/limit';
import { operation } from '../../shared/node/operation';
import { RESOURCES } from '../resources';
import { rowsPerAccount } from '../rowsPerAccount';

export const getPaymentNetworks = operation({
	resource: RESOURCES.paymentNetwork,
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many payment networks',
	description: 'By which networks money can move into and out of accounts, with their numbers',
	access: customers,
	outputs: ['Results'],
	fields: {
		accounts,
		limit: limit(false),
		simplify,
		options: options({ fullNumbers, requestsAtOnce }),
	},
	atOnce: (job) => job.options.requestsAtOnce,
	admit: (job, opened, item) => withCustomer(job, opened, item),
	each: async ({ job, customer: { client } }) =>
		await rowsPerAccount(client, job, async ({ accountId }, most) => {
			const found = await readRows(paymentNetworkPages(client, accountId), { limit: most });
			const rows = found.rows.map((network) => ({
				json: { ...shaped(network, job, simplifyPaymentNetwork), accountId },
			}));
			return { rows, failure: found.failure };
		}),
	shared: sameQuestions,
});
