import { simplifyAccount } from '../../../outbound/fdx/account';
import { done } from '../../../outbound/outcome';
import { accounts, fullNumbers } from '../../shared/accounts/accountFields';
import { askedTogether } from '../../shared/accounts/askedTogether';
import { shaped, type Shape } from '../../shared/accounts/shaped';
import { withCustomer } from '../../shared/client/customer';
import { customers } from '../../shared/client/customers';
import { choice } from '../../shared/fields/choice';
import { options } from '../../shared/fields/collection';
import { requestsAtOnce, simplify } from '../../shared/fields/common';
import { limit } from '../../shared/fields/limit';
import { operation } from '../../shared/node/operation';
import { rowsFrom, wholeOrPart, type Row } from '../../shared/output/row';
import { pageSize } from '../pageSize';
import { namedBy, readAccounts, type WantedAccounts } from '../readAccounts';

interface Job extends WantedAccounts, Shape {
	readonly options: Shape['options'] & WantedAccounts['options'];
}

const resultType = choice<Job['resultType']>({
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
	together: askedTogether<Job>({
		named: namedBy,
		of: (found, job) => done(rowsOf(found.slice(0, job.limit), job)),
		async alone({ job, customer: { client } }) {
			const { rows, failure } = await readAccounts(client, job);
			return wholeOrPart(rowsOf(rows, job), failure);
		},
	}),
});

function rowsOf(found: readonly unknown[], job: Job): Row[] {
	return rowsFrom(found.map((one) => shaped(one, job, simplifyAccount)));
}
