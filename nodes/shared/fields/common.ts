import { DEFAULT_MOST } from '../../../outbound/http/limiter';
import { choices } from './choice';
import { ofFirstItem } from './field';
import { number } from './number';
import { toggle } from './toggle';

/** How hard Flinks may be asked: the end of what the limit may grow to. */
export const requestsAtOnce = ofFirstItem(
	number({
		name: 'requestsAtOnce',
		label: 'Requests at Once',
		description:
			'The most requests that run at the same time. How many do is found out: more as long as answers stay quick, fewer when they slow down or Flinks says that there are too many.',
		min: 1,
		max: 1000,
		default: DEFAULT_MOST,
	}),
);

export const simplify = toggle({
	name: 'simplify',
	label: 'Simplify',
	description: 'Whether to return a simplified version of the response instead of the raw data',
	default: true,
});

/**
 * Flinks has providers in two countries.
 * @param unnamed what becomes of a provider whose country is not known, as a sentence
 */
export const countriesWith = (unnamed: string) =>
	choices({
		name: 'countries',
		label: 'Countries',
		description: `Only providers of these countries. ${unnamed} All when empty.`,
		options: [
			{ name: 'Canada', value: 'CA' },
			{ name: 'United States', value: 'US' },
		],
		default: [],
	});

export const countries = countriesWith('One whose country Flinks does not give is left out.');
