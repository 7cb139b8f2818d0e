import type { Customer } from '../client/customer';
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

function withOwner({ json, ...rest }: Row, { owner }: Customer): Row {
	return { ...rest, json: Object.assign(json, owner) };
}

/** The items of each customer. */
export function ofEachCustomer<One extends OfCustomer<unknown>>(
	asked: Bundle<One>,
): ReadonlyArray<Bundle<One>> {
	return grouped(asked, ({ job }) => job.customer.client);
}

/** The items of one customer that ask the same. */
export function ofEachQuestion<One extends OfCustomer<unknown>>(
	asked: Bundle<One>,
): ReadonlyArray<Bundle<One>> {
	return asked.length === 1 ? [asked] : grouped(asked, ({ job }) => JSON.stringify(job.job));
}

export function grouped<One>(all: readonly One[], keyOf: (one: One) => unknown): One[][] {
	const groups = new Map<unknown, One[]>();
	for (const one of all) {
		const key = keyOf(one);
		const group = groups.get(key);
		if (group) group.push(one);
		else groups.set(key, [one]);
	}
	return [...groups.values()];
}
