import { DEFAULT_BOUND } from '../../../outbound/http/limiter';
import { choices } from './choice';
import { ofFirstItem } from './field';
import { number } from './number';
import { toggle } from './toggle';

/** How hard Flinks may be asked; the default is measured, see docs/performance.md. */
export const requestsAtOnce = ofFirstItem(
	number({
		name: 'requestsAtOnce',
		label: 'Requests at Once',
		description:
			'The most requests that run at the same time. Lower it if Flinks often answers that there are too many.',
		min: 1,
		max: 50,
		default: DEFAULT_BOUND,
	}),
);

export const simplify = toggle({
	name: 'simplify',
	label: 'Simplify',
	description: 'Whether to return a simplified version of the response instead of the raw data',
	default: true,
});

/** Flinks has providers in these countries. */
export const countries = choices({
	name: 'countries',
	label: 'Countries',
	description: 'Only providers of these countries. Both when empty.',
	options: [
		{ name: 'Canada', value: 'CA' },
		{ name: 'United States', value: 'US' },
	],
	default: [],
});
