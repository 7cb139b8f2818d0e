import { FlinksFailure, type Failure } from '../../outbound/failure';
import type { Customer } from '../shared/client/customer';
import type { Row } from '../shared/output/row';
import type { IdSet } from '../shared/pickers/idSet';
import { perAccount, type KnownAccount } from './perAccount';

interface Wanted {
	readonly accounts: IdSet;
	/** The most rows of all accounts together; undefined for all. */
	readonly limit: number | undefined;
}

/**
 * The rows of each account of an item, in the order of the accounts. An account for which the bank has
 * nothing to offer gives one row that says so in `note`; the item fails where there is no other account.
 * @param read the rows of one account, at most `most` of them
 * @throws FlinksFailure
 */
export async function rowsPerAccount(
	customer: Customer,
	{ accounts, limit }: Wanted,
	read: (account: KnownAccount, most: number | undefined) => Promise<readonly Row[]>,
): Promise<Row[]> {
	const rows: Row[] = [];
	const skipped: Failure[] = [];
	let answered = 0;
	let found = 0;
	const left = () => (limit === undefined ? undefined : limit - found);
	const ends = perAccount(
		customer,
		accounts,
		async (account) => await read(account, left()),
		limit !== undefined,
	);
	for await (const end of ends) {
		if ('skipped' in end) {
			const { accountId } = end.account;
			const { title, remedy } = end.skipped;
			rows.push({ json: { accountId, note: `${title}. ${remedy}`, ...customer.owner } });
			skipped.push(end.skipped);
		} else {
			answered += 1;
			found += end.value.length;
			for (const row of end.value) rows.push(row);
		}
		if (left() === 0) break;
	}
	const [first] = skipped;
	if (first && answered === 0) throw new FlinksFailure(first);
	return rows;
}
