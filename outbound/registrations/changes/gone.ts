import type { Client } from '../../http/client';
import { inTurns } from '../../http/turns';
import type { Pair } from '../pairs';
import { readKnownRegistrations, rowsRead, type RegistrationsByRecipient } from '../read';
import { indexing } from '../reconcile';

/** So many recipients are asked for one by one: another endpoint than the list, so another witness. */
const WITNESSES = 3;

/**
 * Those of `missing` that are surely gone: a list may come short by a fault, so they are asked for once
 * more. A recipient that Flinks does not know any more has no registrations either.
 */
export async function surelyGone(client: Client, missing: readonly Pair[]): Promise<Pair[]> {
	if (missing.length === 0) return [];
	const recipients = [...new Set(missing.map(({ recipientId }) => recipientId))];
	const witnesses = new Set(recipients.slice(0, WITNESSES));
	const first = await goneIn(
		await readKnownRegistrations(client, [...witnesses]),
		missing.filter(({ recipientId }) => witnesses.has(recipientId)),
	);
	const asked = missing.filter(({ recipientId }) => witnesses.has(recipientId)).length;
	if (recipients.length <= WITNESSES) return first;
	// A list that is wrong about these is not believed about the others either.
	if (first.length < asked) return first;
	return await goneIn(await readKnownRegistrations(client, recipients), missing);
}

async function goneIn(read: RegistrationsByRecipient, missing: readonly Pair[]): Promise<Pair[]> {
	const listed = await inTurns(indexing(rowsRead(read)));
	return missing.filter((pair) => {
		const own = read.get(pair.recipientId);
		if (own?.kind === 'failed') return own.failure.kind === 'not-found';
		return own !== undefined && listed.get(pair) === undefined && !listed.mayHold(pair);
	});
}
