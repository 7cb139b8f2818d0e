import { FlinksFailure } from '../../outbound/failure';
import { changeRow } from '../../outbound/registrations/changes/changeRow';
import { lookForChanges } from '../../outbound/registrations/changes/look';
import type { Sending } from '../shared/client/access';
import type { Row } from '../shared/output/row';
import { rowsFrom } from '../shared/output/row';
import type { TriggerJob } from './wanted';
import { wantedBy } from './wanted';

/** More would only be in the way of building the workflow. */
const MOST = 3;

/** Registrations that are there, in the shape of an event: nothing in them is made up. */
export async function sample(job: TriggerJob, { client }: Sending): Promise<Row[]> {
	const isWanted = wantedBy({ ...job, options: { emitWhatIsThere: true } });
	const { changes } = await lookForChanges(client, undefined, isWanted);
	if (changes.length === 0) throw new FlinksFailure(NOTHING);
	const now = client.runtime.now();
	return rowsFrom(changes.slice(0, MOST).map((change) => changeRow(change, now)));
}

const NOTHING = {
	kind: 'not-found',
	title: 'There is no registration yet that this trigger could show',
	remedy:
		'Check Event and Filters. The trigger also works without a test event: publish the workflow, and it starts when something changes.',
} as const;
