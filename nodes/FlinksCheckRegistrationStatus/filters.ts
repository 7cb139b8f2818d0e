import { providerList } from '../shared/editor/lists';
import { choices } from '../shared/fields/choice';
import { filters } from '../shared/fields/collection';
import { countries } from '../shared/fields/common';
import { pickedIds } from '../shared/pickers/ids';
import { number } from '../shared/fields/number';

const providerIds = pickedIds({
	name: 'providerIds',
	of: 'provider',
	list: providerList,
	description: 'Only these providers',
});

const statuses = choices({
	name: 'statuses',
	label: 'Statuses',
	description: 'Only registrations in these statuses',
	options: [
		{ name: 'Active', value: 'ACTIVE', description: 'Customers can connect' },
		{
			name: 'Pending Activation',
			value: 'PENDING_ACTIVATION',
			description: 'Approved by Flinks, waiting for the bank',
		},
		{ name: 'Pending Approval', value: 'PENDING_APPROVAL', description: 'Waiting for Flinks' },
	],
	default: [],
});

const waitingLongerThanDays = number({
	name: 'waitingLongerThanDays',
	label: 'Waiting Longer Than (Days)',
	description:
		'Only registrations that are not active and were requested more than so many days ago',
	min: 0,
	decimals: 2,
	default: 7,
});

export const registrationFilters = filters({
	countries,
	providerIds,
	statuses,
	waitingLongerThanDays,
});
