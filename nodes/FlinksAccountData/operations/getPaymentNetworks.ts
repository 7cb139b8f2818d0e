import { paymentNetworkPages } from '../../../outbound/endpoints/accountData';
import { simplifyPaymentNetwork } from '../../../outbound/fdx/paymentNetwork';
import { rowsOf } from '../../../outbound/http/pages';
import { accounts, fullNumbers } from '../../shared/accounts/accountFields';
import { shaped } from '../../shared/accounts/shaped';
import { withCustomer } from '../../shared/client/customer';
import { customers } from '../../shared/client/customers';
import { options } from '../../shared/fields/collection';
import { requestsAtOnce, simplify } from '../../shared/fields/common';
import { limit } from '../../shared/fields/limit';
import { operation } from '../../shared/node/operation';
import type { Row } from '../../shared/output/row';
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
	each: async ({ job, customer }) =>
		await rowsPerAccount(customer, job, async ({ accountId }, most) => {
			const rows: Row[] = [];
			const pages = paymentNetworkPages(customer.client, accountId);
			for await (const network of rowsOf(pages, { limit: most })) {
				const own = shaped(network, job, simplifyPaymentNetwork);
				rows.push({ json: { ...own, accountId, ...customer.owner } });
			}
			return rows;
		}),
});
