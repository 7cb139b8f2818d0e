import { recipientList } from '../shared/editor/lists';
import { choice } from '../shared/fields/choice';
import { filters, options } from '../shared/fields/collection';
import { countriesWith } from '../shared/fields/common';
import { toggle } from '../shared/fields/toggle';
import { pickedIds } from '../shared/pickers/ids';
import { providerIds, statuses } from '../shared/registrations/filters';

const event = choice({
	name: 'event',
	label: 'Event',
	description: 'What starts the workflow',
	options: [
		{
			name: 'Any Change',
			value: 'anyChange',
			description: 'A registration is new, has another status, or is not listed any more',
		},
		{
			name: 'Became Active',
			value: 'becameActive',
			description: 'Customers can connect now',
		},
		{ name: 'New', value: 'new', description: 'A registration was requested' },
	],
	default: 'becameActive',
});

const recipientIds = pickedIds({
	name: 'recipientIds',
	of: 'recipient',
	list: recipientList,
	description: 'Only these recipients',
});

const countries = countriesWith(
	'One whose country Flinks does not give is left out; a registration that is no longer listed passes, whatever its country was.',
);

const emitWhatIsThere = toggle({
	name: 'emitWhatIsThere',
	label: 'Emit What Is There',
	description:
		'Whether the first look of the trigger gives out the registrations that are there already. Without it the first look is silent.',
	default: false,
});

export const triggerFields = {
	event,
	filters: filters({ countries, providerIds, recipientIds, statuses }),
	options: options({ emitWhatIsThere }),
};
