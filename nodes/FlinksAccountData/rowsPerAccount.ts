import { FlinksFailure, type Failure, type FailureKind } from '../../outbound/failure';
import type { Client } from '../../outbound/http/client';
import { wholeOrPart, type ItemResult, type Row } from '../shared/output/row';
import type { IdSet } from '../shared/pickers/idSet';
import { askedAccounts, type AskedAccount } from './askedAccounts';
import { allFailures, naming } from './failuresOfItem';
import { perAccount, type KnownAccount } from './perAccount';

interface Wanted {
	readonly accounts: IdSet;
	/** The most rows of all accounts together; undefined for all. */
	readonly limit: number | undefined;
	/** The row of an account for which the bank has nothing to offer; these two keys without it. */
	readonly skippedRow?: (accountId: string | null, known: { readonly note: string }) => Row['json'];
}

interface Found {
	readonly rows: readonly Row[];
	/** Why there are no more, where they are not all. */
	readonly failure: Failure | undefined;
}

/** They hold for every account, so no further one is asked about. */
const FOR_ALL: ReadonlySet<FailureKind> = new Set([
	'cancelled',
	'connection-lost',
	'credential-refused',
	'not-connected',
]);

/**
 * The rows of each account of an item, in the order of the accounts. An account for which the bank has
 * nothing to offer gives one row that says so in `note`; the item fails where there is no other account.
 * One that cannot be read costs no other: what was read comes out beside the failure.
 * @param read the rows of one account, at most `most` of them
 * @throws FlinksFailure where the accounts cannot be listed, or none of them offers anything
 */
export async function rowsPerAccount(
	client: Client,
	{ accounts: chosen, limit, skippedRow = (accountId, { note }) => ({ accountId, note }) }: Wanted,
	read: (account: KnownAccount, most: number | undefined) => Promise<Found>,
): Promise<ItemResult> {
	const { accounts, failure: notAll } = await askedAccounts(client, chosen);
	const rows: Row[] = [];
	const skipped: Failure[] = [];
	const failures: Failure[] = [];
	let answered = 0;
	let found = 0;
	const add = (failure: Failure, { accountId }: AskedAccount) =>
		failures.push(accounts.length > 1 ? naming(failure, accountId) : failure);
	const left = () => (limit === undefined ? undefined : limit - found);
	const asked = { chosen, accounts, oneByOne: limit !== undefined };
	const ends = perAccount(client, asked, async (account) => await read(account, left()));
	for await (const end of ends) {
		if ('skipped' in end) {
			const { title, remedy } = end.skipped;
			rows.push({ json: skippedRow(end.account.accountId, { note: `${title}. ${remedy}` }) });
			skipped.push(end.skipped);
		} else if ('failure' in end) {
			add(end.failure, end.account);
			if (FOR_ALL.has(end.failure.kind)) break;
		} else {
			answered += 1;
			found += end.value.rows.length;
			for (const row of end.value.rows) rows.push(row);
			if (end.value.failure) add(end.value.failure, end.account);
		}
		if (left() === 0) break;
	}
	if (notAll && left() !== 0) failures.push(notAll);
	const [first] = skipped;
	if (first && answered === 0 && failures.length === 0) throw new FlinksFailure(first);
	return wholeOrPart(rows, allFailures(failures));
}
