import { accountPages } from '../../../outbound/endpoints/accounts';
import { simplifyAccount } from '../../../outbound/fdx/account';
import { readRows } from '../../../outbound/http/pages';
import { accounts, fullNumbers } from '../../shared/accounts/accountFields';
import { sameQuestions } from '../../shared/accounts/sameQuestions';
import { shaped } from '../../shared/accounts/shaped';
import { withCustomer } from '../../shared/client/customer';
import { customers } from '../../shared/client/customers';
import { choice } from '../../shared/fields/choice';
import { options } from '../../shared/fields/collection';
import { requestsAtOnce, simplify } from '../../shared/fields/common';
import { limit } from '../../shared/fields/limit';
import { operation } from '../../shared/node/operation';
import { rowsFrom, wholeOrPart } from '../../shared/output/row';
import { pageSize } from '../pageSize';

const resultType = choice({
	name: 'resultType',
	label: 'Detail',
	description: 'How much to fetch of each account',
	options: [
		{
			name: 'Balances and Details',
			value: 'details',
			description: 'Also balances, rates and dates. The consent must cover Account Details.',
		},
		{
			name: 'Names and Types Only',
			value: 'lightweight',
			description: 'Quicker, without balances. Basic consent is enough.',
		},
	],
	default: 'details',
});

export const getAll = operation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many accounts',
	description: "The customer's accounts, one item for each",
	access: customers,
	outputs: ['Accounts'],
	fields: {
		accounts,
		resultType,
		limit: limit(false),
		simplify,
		options: options({ fullNumbers, pageSize, requestsAtOnce }),
	},
	atOnce: (job) => job.options.requestsAtOnce,
	admit: (job, opened, item) => withCustomer(job, opened, item),
	each: async ({ job, customer: { client } }) => {
		const { accounts: chosen, resultType: detail, limit: most } = job;
		const accountIds = chosen === 'all' ? [] : chosen;
		const pages = accountPages(client, { accountIds, resultType: detail });
		const rules = { limit: most, pageSize: job.options.pageSize };
		const { rows, failure } = await readRows(pages, rules);
		const shapedRows = rows.map((row) => shaped(row, job, simplifyAccount));
		return wholeOrPart(rowsFrom(shapedRows), failure);
	},
	shared: sameQuestions,
});
