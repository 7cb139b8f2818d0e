import { transactionPages } from '../../../outbound/endpoints/accountData';
import { listTransactions } from '../../../outbound/transactions/listTransactions';
import { maskedRow } from '../../../outbound/transactions/maskRow';
import { accounts, fullNumbers } from '../../shared/accounts/accountFields';
import { sameQuestions } from '../../shared/accounts/sameQuestions';
import { shaped } from '../../shared/accounts/shaped';
import { customers } from '../../shared/client/customers';
import { options } from '../../shared/fields/collection';
import { requestsAtOnce, simplify } from '../../shared/fields/common';
import { limit } from '../../shared/fields/limit';
import { operation } from '../../shared/node/operation';
import type { Row } from '../../shared/output/row';
import { period } from '../period';
import { RESOURCES } from '../resources';
import { rowsPerAccount } from '../rowsPerAccount';
import { withDays } from '../withDays';

export const getTransactions = operation({
	resource: RESOURCES.transaction,
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many transactions',
	description: 'The transactions of accounts, one account after the other, the newest first',
	access: customers,
	outputs: ['Results'],
	fields: {
		accounts,
		period: period(30),
		limit: limit(false),
		simplify,
		options: options({ fullNumbers, requestsAtOnce }),
	},
	atOnce: (job) => job.options.requestsAtOnce,
	admit: (job, opened, item) => withDays(job, opened, item),
	each: async ({ job, customer: { client } }) =>
		await rowsPerAccount(client, job, async ({ accountId, currency }, most) => {
			const rules = { ...job.days, limit: most, accountCurrency: currency };
			const listed = listTransactions((days) => transactionPages(client, accountId, days), rules);
			const rows: Row[] = [];
			for (;;) {
				const next = await listed.next();
				if (next.done) return { rows, failure: next.value };
				const { row, value } = next.value;
				const own = shaped(value, job, (_, { fullNumbers }) =>
					fullNumbers ? row : row && maskedRow(value, row),
				);
				rows.push({ json: { ...own, accountId } });
			}
		}),
	shared: sameQuestions,
});
