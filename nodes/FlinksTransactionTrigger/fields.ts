import { accountList } from '../shared/editor/lists';
import { choices } from '../shared/fields/choice';
import { filters, options } from '../shared/fields/collection';
import type { FieldsOf } from '../shared/fields/field';
import { number } from '../shared/fields/number';
import { pickedIds } from '../shared/pickers/ids';

const events = choices({
	name: 'events',
	label: 'Events',
	description: 'What starts the workflow. All three when empty.',
	options: [
		{ name: 'Added', value: 'added', description: 'A transaction that was not there' },
		{
			name: 'Changed',
			value: 'changed',
			description: 'Another amount, date, description or status, such as pending to posted',
		},
		{
			name: 'Removed',
			value: 'removed',
			description: 'A transaction that the bank does not list any more',
		},
	],
	default: ['added', 'changed', 'removed'],
});

const accountIds = pickedIds({
	name: 'accountIds',
	of: 'account',
	list: accountList,
	description: 'Only these accounts',
});

const backfillDays = number({
	name: 'backfillDays',
	label: 'Backfill (Days)',
	description:
		'How many days back the first look of the trigger gives out the transactions that are there already. Without it the first look is silent.',
	min: 1,
	max: 180,
	default: 30,
});

export const triggerFields = {
	events,
	filters: filters({ accountIds }),
	options: options({ backfillDays }),
};

/** What the fields are read into. */
export type TriggerJob = typeof triggerFields extends FieldsOf<infer Job> ? Job : never;
