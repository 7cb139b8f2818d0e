import type { Customer } from '../client/customer';
import type { Asked } from '../node/asked';
import type { Bundle, Shared } from '../node/together';
import { ownRow } from '../output/ownRow';
import { mapRows, type Row } from '../output/row';

/** What an item asks for, and of which customer. `job` is data: its text says what is asked. */
export interface OfCustomer<Job> {
	readonly job: Job;
	readonly customer: Customer;
}

/**
 * Items that ask the same of the same customer are asked about once. Each gets rows of its own, to which
 * its owner is added: one connection may come under several references.
 */
export const sameQuestions: Shared<OfCustomer<unknown>> = {
	bundles: (asked) => ofEachCustomer(asked).flatMap(ofEachQuestion),
	among(items, result) {
		let left = items;
		return ({ job: { customer } }) => {
			left -= 1;
			// The last one gets the result itself.
			const own = left === 0 ? (row: Row) => row : ownRow;
			return mapRows(result, (row) => withOwner(own(row), customer));
		};
	},
};

export function withOwner({ json, ...rest }: Row, { owner }: Customer): Row {
	return { ...rest, json: Object.assign(json, owner) };
}

/** The items of each customer. */
export function ofEachCustomer<One extends OfCustomer<unknown>>(
	asked: Bundle<One>,
): ReadonlyArray<Bundle<One>> {
	return grouped(asked, ({ job }) => job.customer.client);
}

function ofEachQuestion<One extends OfCustomer<unknown>>(
	asked: Bundle<One>,
): ReadonlyArray<Bundle<One>> {
	return asked.length === 1 ? [asked] : grouped(asked, ({ job }) => JSON.stringify(job.job));
}

function grouped<Ready>(
	asked: Bundle<Ready>,
	keyOf: (one: Asked<Ready>) => unknown,
): ReadonlyArray<Bundle<Ready>> {
	const groups = new Map<unknown, Array<Asked<Ready>>>();
	for (const one of asked) {
		const key = keyOf(one);
		const group = groups.get(key);
		if (group) group.push(one);
		else groups.set(key, [one]);
	}
	return [...groups.values()];
}
