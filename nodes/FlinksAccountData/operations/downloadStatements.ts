import { sameQuestions } from '../../shared/accounts/sameQuestions';
import { withCustomer } from '../../shared/client/customer';
import { customers } from '../../shared/client/customers';
import { options } from '../../shared/fields/collection';
import { requestsAtOnce } from '../../shared/fields/common';
import { operation } from '../../shared/node/operation';
import { downloadRow } from '../downloadRow';
import { RESOURCES } from '../resources';
import { rowsPerAccount } from '../rowsPerAccount';
import { fileType, outputField, statementFileRow } from '../statementFile';
import { statementFiles } from '../statementFiles';
import { statementsAsked, whichStatements } from '../whichStatements';

export const downloadStatements = operation({
	resource: RESOURCES.statement,
	value: 'download',
	name: 'Download',
	action: 'Download statements',
	description: 'The files of statements, PDF unless another type is chosen, one item for each',
	access: customers,
	outputs: ['Results'],
	fields: {
		which: whichStatements,
		field: outputField,
		options: options({ fileType, requestsAtOnce }),
	},
	atOnce: (job) => job.options.requestsAtOnce,
	admit({ which, field, options: { fileType: type } }, opened, item) {
		const asked = statementsAsked(which, opened.runtime.now());
		if (asked.kind === 'failed') return asked;
		return withCustomer({ asked: asked.value, file: { field, type } }, opened, item);
	},
	each: async ({ job: { asked, file }, customer: { client } }) => {
		if (asked.of === 'id') {
			const one = { statementId: asked.statementId, date: null };
			return [await statementFileRow(client, asked.accountId, one, file)];
		}
		const { accounts, days } = asked;
		return await rowsPerAccount(
			client,
			{ accounts, limit: undefined, skippedRow: downloadRow },
			async ({ accountId }) => await statementFiles(client, accountId, { ...file, days }),
		);
	},
	shared: sameQuestions,
});
