import { done } from '../../../outbound/outcome';
import type { Field } from './field';
import { shownFor } from './field';
import { number } from './number';
import { toggle } from './toggle';

/** Return All and Limit, worded as n8n wants them; undefined where all results are wanted. */
export function limit(returnAllByDefault: boolean): Field<number | undefined> {
	const returnAll = toggle({
		name: 'returnAll',
		label: 'Return All',
		description: 'Whether to return all results or only up to a given limit',
		default: returnAllByDefault,
	});
	const most = shownFor(
		{ returnAll: [false] },
		number({
			name: 'limit',
			label: 'Limit',
			description: 'Max number of results to return',
			min: 1,
			default: 50,
			boundsShown: false,
		}),
	);
	return {
		properties: [...returnAll.properties, ...most.properties],
		read(item) {
			const all = returnAll.read(item);
			if (all.kind === 'failed') return all;
			return all.value ? done(undefined) : most.read(item);
		},
	};
}
