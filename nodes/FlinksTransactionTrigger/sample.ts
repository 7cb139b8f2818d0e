import { FlinksFailure, type Failure } from '../../outbound/failure';
import type { Sending } from '../shared/client/access';
import type { Host } from '../shared/host/host';
import type { Row } from '../shared/output/row';
import { rowsFrom } from '../shared/output/row';
import { accountChanges, firstDays, sampleRow } from './accountChanges';
import { notListed, watchedAccounts } from './accounts';
import { connectionOf } from './connection';
import type { TriggerJob } from './fields';

/** More would only be in the way of building the workflow. */
const MOST = 3;

/** The newest transactions of the first account that has some, in the shape of an event. */
export async function sample(job: TriggerJob, { client }: Sending, host: Host): Promise<Row[]> {
	const { backfillDays } = job.options;
	const accounts = await watchedAccounts(client, job.filters.accountIds);
	for (const account of accounts) {
		const { added } = await accountChanges(client, account, connectionOf(host), '', backfillDays);
		if (added.length === 0) continue;
		const newest = added.slice(-MOST).reverse();
		return rowsFrom(newest.map((one) => sampleRow(one, account)));
	}
	const missing = notListed(accounts, job.filters.accountIds);
	throw new FlinksFailure(missing ?? nothing(firstDays(backfillDays)));
}

const nothing = (days: number): Failure => ({
	kind: 'not-found',
	title: `The accounts list no transaction of the last ${days} days that this trigger could show`,
	remedy:
		'Add the option Backfill (Days) to look further back. The trigger also works without a test event: publish the workflow, and it starts when something changes.',
});
