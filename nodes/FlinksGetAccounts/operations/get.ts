import { getAccount } from '../../../outbound/endpoints/accounts';
import { customers } from '../../shared/client/customers';
import { options } from '../../shared/fields/collection';
import { requestsAtOnce, simplify } from '../../shared/fields/common';
import { operation } from '../../shared/node/operation';
import { rowsFrom } from '../../shared/output/row';
import { accountRow } from '../accountRow';
import { withClient } from '../withClient';
import { account, fullNumbers } from '../fields';

export const get = operation({
	value: 'get',
	name: 'Get',
	action: 'Get an account',
	description: 'One account by its ID, with all details the consent covers',
	access: customers,
	outputs: ['Accounts'],
	fields: { account, simplify, options: options({ fullNumbers, requestsAtOnce }) },
	atOnce: (job) => job.options.requestsAtOnce,
	admit: (job, opened, item) => withClient(job, opened, item),
	async each({ job, client }) {
		return rowsFrom([accountRow(await getAccount(client, job.account), job)]);
	},
});
