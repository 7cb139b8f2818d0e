import type { Outcome } from '../../outbound/outcome';
import { done, failed } from '../../outbound/outcome';
import { invalid } from './invalid';
import type { Parameters } from './parameters';

/** The limit of the item; undefined where all results are wanted. */
export function checkLimit(
	parameters: Parameters,
	item: number,
	returnAllDefault: boolean,
): Outcome<number | undefined> {
	if (parameters.read('returnAll', item, returnAllDefault) === true) return done(undefined);
	const limit = Number(parameters.read('limit', item, 50));
	if (Number.isInteger(limit) && limit > 0) return done(limit);
	return failed(
		invalid('Limit', 'it is not a whole number above 0. Enter 1 or more, or turn on Return All.'),
	);
}
