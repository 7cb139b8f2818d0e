import { filters } from '../shared/fields/collection';
import { countries } from '../shared/fields/common';
import { number } from '../shared/fields/number';
import { providerIds, statuses } from '../shared/registrations/filters';

const waitingLongerThanDays = number({
	name: 'waitingLongerThanDays',
	label: 'Waiting Longer Than (Days)',
	description:
		'Only registrations that are not active and were requested more than so many days ago',
	min: 0,
	decimals: true,
	default: 7,
});

export const registrationFilters = filters({
	countries,
	providerIds,
	statuses,
	waitingLongerThanDays,
});
