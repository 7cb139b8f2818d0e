import { done } from '../../../outbound/outcome';
import { accounts, fullNumbers } from '../../shared/accounts/accountFields';
import { sameQuestions } from '../../shared/accounts/sameQuestions';
import { withCustomer } from '../../shared/client/customer';
import { customers } from '../../shared/client/customers';
import { options } from '../../shared/fields/collection';
import { requestsAtOnce, simplify } from '../../shared/fields/common';
import { mapped } from '../../shared/fields/field';
import { number } from '../../shared/fields/number';
import { text } from '../../shared/fields/text';
import { toggle } from '../../shared/fields/toggle';
import { operation } from '../../shared/node/operation';
import { OUTPUTS } from '../changeRows';
import { changesOf } from '../changesOf';
import { RESOURCES } from '../resources';
import { storedState } from '../storedState';

/** Empty in the first run, so nothing there is no mistake; a field that is not there may be one. */
const syncState = mapped(
	text({
		name: 'syncStateField',
		label: 'Sync State Field',
		description:
			'Name of the field of each item that holds the sync state of the last run, as it came out at Sync States. Nothing there means the first time; where the item has no such field, a note says so. Use dots for fields inside fields.',
		default: 'syncState',
		placeholder: 'e.g. syncState',
		required: true,
	}),
	(field, { json }) => done(storedState(json, field)),
);

const firstDays = number({
	name: 'firstDays',
	label: 'Days at First',
	description: 'How many days before today to begin with, where there is no sync state',
	min: 1,
	max: 3660,
	default: 90,
});

const startAgain = toggle({
	name: 'startAgain',
	label: 'Start Again',
	description:
		'Whether to leave the sync state aside, and list everything since the first day as added',
	default: false,
});

export const getChanges = operation({
	resource: RESOURCES.transaction,
	value: 'getChanges',
	name: 'Get Changes',
	action: 'Get changes of transactions',
	description: 'What was added, changed and removed since the last time',
	access: customers,
	outputs: [OUTPUTS.changes, OUTPUTS.states],
	fields: {
		accounts,
		syncState,
		simplify,
		options: options({ firstDays, fullNumbers, requestsAtOnce, startAgain }),
	},
	atOnce: (job) => job.options.requestsAtOnce,
	admit: (job, opened, item) => withCustomer(job, opened, item),
	each: async ({ job, customer }) => await changesOf(customer, job),
	shared: sameQuestions,
});
