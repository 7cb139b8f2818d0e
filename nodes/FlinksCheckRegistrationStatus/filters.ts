import { filters } from '../shared/fields/collection';
import { countries } from '../shared/fields/common';
import { number } from '../shared/fields/number';
import { providerIds, statuses } from '../shared/registrations/filters';

const waitingLongerThanDays = number({
	name: 'waitingLongerThanDays',
	label: 'Waiting Longer Than (Days)',
	description:
		'Only registrations in a status other than ACTIVE that were requested more than so many days ago. Where Flinks gives no status they are left out.',
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
