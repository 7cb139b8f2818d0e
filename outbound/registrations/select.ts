import type { Client } from '../http/client';
import { listRegistrations } from '../endpoints/registrations';
import type { Outcome } from '../outcome';
import { done, failed, outcomeOf } from '../outcome';
import type { RegistrationsByRecipient } from './read';
import { readKnownRegistrations } from './read';
import type { Registration } from '../model/types';

export type Selection = 'all' | readonly string[];

/** The registrations of one selection; a recipient that could not be read fails the whole of it. */
export type Selected = (selection: Selection) => Outcome<readonly Registration[]>;

/** Reads what all selections need together, each recipient once however many selections name it. */
export async function readSelections(
	client: Client,
	selections: readonly Selection[],
): Promise<Selected> {
	const wantsAll = selections.includes('all');
	const all = wantsAll ? await outcomeOf(async () => await listRegistrations(client)) : done([]);
	const ids = selections.flatMap((selection) => (selection === 'all' ? [] : selection));
	const own = ids.length === 0 ? new Map() : await readKnownRegistrations(client, ids);
	return (selection) => (selection === 'all' ? all : joined(own, selection));
}

function joined(
	own: RegistrationsByRecipient,
	ids: readonly string[],
): Outcome<readonly Registration[]> {
	const rows: Registration[] = [];
	for (const id of ids) {
		const read = own.get(id) ?? failed(NOT_READ);
		if (read.kind === 'failed') return read;
		for (const row of read.value) rows.push(row);
	}
	return done(rows);
}

const NOT_READ = {
	kind: 'unexpected-answer',
	title: 'The registrations of this recipient were not read',
	remedy: 'Run the node again, and report it to the maintainers of the package.',
} as const;
