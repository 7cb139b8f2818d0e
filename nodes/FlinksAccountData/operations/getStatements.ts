import { simplifyStatement } from '../../../outbound/fdx/statement';
import { accounts, fullNumbers } from '../../shared/accounts/accountFields';
import { sameQuestions } from '../../shared/accounts/sameQuestions';
import { shaped } from '../../shared/accounts/shaped';
import { customers } from '../../shared/client/customers';
import { options } from '../../shared/fields/collection';
import { requestsAtOnce, simplify } from '../../shared/fields/common';
import { limit } from '../../shared/fields/limit';
import { operation } from '../../shared/node/operation';
import { periodOrBanks } from '../period';
import { RESOURCES } from '../resources';
import { rowsPerAccount } from '../rowsPerAccount';
import { statementsOf } from '../statementsOf';
import { withDays } from '../withDays';

export const getStatements = operation({
	resource: RESOURCES.statement,
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many statements',
	description: 'Which statements there are, with their status, one item for each',
	access: customers,
	outputs: ['Results'],
	fields: {
		accounts,
		period: periodOrBanks(365),
		limit: limit(false),
		simplify,
		options: options({ fullNumbers, requestsAtOnce }),
	},
	atOnce: (job) => job.options.requestsAtOnce,
	admit: (job, opened, item) => withDays(job, opened, item),
	each: async ({ job, customer: { client } }) =>
		await rowsPerAccount(client, job, async ({ accountId }, most) => {
			const found = await statementsOf(client, accountId, job.days, most);
			const rows = found.rows.map((statement) => ({
				json: { ...shaped(statement, job, simplifyStatement), accountId },
			}));
			return { rows, failure: found.failure };
		}),
	shared: sameQuestions,
});
