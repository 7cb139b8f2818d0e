import type { RegistrationFilters } from '../../outbound/registrations/filters';
import { filterRegistrations } from '../../outbound/registrations/filters';
import type { Registration } from '../../outbound/model/types';
import { readSelections } from '../../outbound/registrations/select';
import { mapInTurns } from '../../outbound/http/turns';
import { done } from '../../outbound/outcome';
import type { Sending } from '../shared/client/access';
import type { IdSet } from '../shared/pickers/idSet';
import type { Asked } from '../shared/node/asked';
import type { ItemResult } from '../shared/output/row';
import { rowsFrom } from '../shared/output/row';

export interface Listing {
	readonly recipients: IdSet;
	readonly filters: RegistrationFilters;
}

/** One view of the filtered registrations: rows, summaries or the audit. */
export type View<Job> = (
	rows: readonly Registration[],
	nowMs: number,
	job: Job,
) => Iterable<object>;

/** Every item gets its own rows; what items have in common is read from Flinks once. */
export async function listed<Job extends Listing>(
	asked: ReadonlyArray<Asked<Job>>,
	{ client }: Sending,
	view: View<Job>,
): Promise<ItemResult[]> {
	const selected = await readSelections(
		client,
		asked.map(({ job }) => job.recipients),
	);
	const now = client.runtime.now();
	return await mapInTurns(asked, ({ job }) => {
		const rows = selected(job.recipients);
		if (rows.kind === 'failed') return rows;
		return done(rowsFrom(view(filterRegistrations(rows.value, job.filters, now), now, job)));
	});
}
