import type { Sandbox } from '../../../sandbox';
import type { End } from '../matrix/ends';
import { leavesOpen } from '../scenarios/customers';

/**
 * What the ends of revocations claim that Flinks' records do not bear out.
 * @param lies somebody spoke in Flinks' own words, which the node has to believe
 */
export function revocationUntruths(
	{ store }: Sandbox,
	customers: readonly string[],
	ends: readonly End[],
	lies: boolean,
): string[] {
	return customers.flatMap((customer, item) => {
		const { rows = [], errors = [] } = ends[item] ?? {};
		const ended = store.connections.matching({ customer }).every(({ revoked }) => revoked);
		const claims = rows.filter(({ revoked }) => revoked === true);
		const before = claims.filter(({ outcome }) => outcome === 'ENDED_BEFORE');
		return [
			...(ended || lies ? [] : claims).map(
				({ outcome }) => `${customer} lives: ${String(outcome)}`,
			),
			...(ended && !lies ? before : []).map(() => `${customer} was ended now, not before`),
			...(ended ? errors : [])
				.filter((error) => !leavesOpen(error))
				.map(({ error }) => `${customer} has ended: ${String(error)}`),
		];
	});
}
