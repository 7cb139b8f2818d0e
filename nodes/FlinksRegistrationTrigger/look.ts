import { changeRow } from '../../outbound/registrations/changes/changeRow';
import { lookForChanges } from '../../outbound/registrations/changes/look';
import { seenIn, seenText } from '../../outbound/registrations/changes/seenText';
import type { Sending } from '../shared/client/access';
import type { Host } from '../shared/host/host';
import type { Row } from '../shared/output/row';
import { rowsFrom } from '../shared/output/row';
import { memoryText } from '../shared/poll/memoryText';
import type { TriggerJob } from './wanted';
import { wantedBy } from './wanted';

/** The name of what the trigger remembers. */
export const MEMORY = 'registrations';

/** What changed since the last look. The state of a first look, and of each one since, is in one text. */
export async function look(job: TriggerJob, { client }: Sending, host: Host): Promise<Row[]> {
	const memory = memoryText(host, MEMORY);
	const text = memory.read();
	const state = text === '' ? undefined : seenIn(text);
	const isLost = text !== '' && state === undefined;
	// What changed meanwhile cannot be told from what did not, so all of it comes out as listed.
	const wanted = isLost ? wantedBy({ ...job, options: { emitWhatIsThere: true } }) : wantedBy(job);
	const { next, changes } = await lookForChanges(client, state, wanted);
	memory.write(seenText(next), changes.length === 0);
	const now = client.runtime.now();
	return rowsFrom(changes.map((change) => changeRow(change, now)));
}
