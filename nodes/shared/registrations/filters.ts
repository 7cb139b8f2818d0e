import { providerList } from '../editor/lists';
import { choices } from '../fields/choice';
import { pickedIds } from '../pickers/ids';

export const providerIds = pickedIds({
	name: 'providerIds',
	of: 'provider',
	list: providerList,
	description: 'Only these providers',
});

export const statuses = choices({
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
		{ name: 'Unknown', value: 'UNKNOWN', description: 'Flinks gives no status' },
	],
	default: [],
});
