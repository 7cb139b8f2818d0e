import type { Client } from '../http/client';
import { listRecipientRegistrations, listRegistrations } from '../endpoints/registrations';
import type { Outcome } from '../outcome';
import { done, failed, outcomeOf } from '../outcome';
import { UNKNOWN } from '../model/reading';
import type { Registration } from '../model/types';
import { createDirectory, unknownRecipient, type Directory } from './directory';

/** Up to so many recipients are asked one by one; more cost less in one answer for all. */
const FEW = 3;

export type RegistrationsByRecipient = ReadonlyMap<string, Outcome<readonly Registration[]>>;

/**
 * The registrations of each recipient, each asked once: one request per recipient for a few, one
 * request in all for more.
 */
export async function readRegistrations(
	client: Client,
	recipientIds: readonly string[],
): Promise<RegistrationsByRecipient> {
	const ids = [...new Set(recipientIds)];
	return ids.length <= FEW ? await readEach(client, ids) : await readAll(client, ids);
}

/**
 * As `readRegistrations`, but a recipient that Flinks does not know fails with those words, whether it
 * came back without rows or, asked alone, with the 400 that Flinks has for any wrong parameter.
 */
export async function readKnownRegistrations(
	client: Client,
	recipientIds: readonly string[],
): Promise<RegistrationsByRecipient> {
	const read = await readRegistrations(client, recipientIds);
	return await nameUnknown(createDirectory(client), read, mayBeUnknown);
}

/** Only refusals are looked into: for a new recipient it is right to have no registration yet. */
export async function readForRequest(
	client: Client,
	recipientIds: readonly string[],
	directory: Directory,
): Promise<RegistrationsByRecipient> {
	const read = await readRegistrations(client, recipientIds);
	return await nameUnknown(directory, read, wasRefused);
}

/** All rows that came, of whichever recipient. */
export function rowsRead(read: RegistrationsByRecipient): Registration[] {
	return [...read.values()].flatMap((own) => (own.kind === 'done' ? own.value : []));
}

async function nameUnknown(
	directory: Directory,
	read: RegistrationsByRecipient,
	isDoubtful: (outcome: Outcome<readonly Registration[]>) => boolean,
): Promise<RegistrationsByRecipient> {
	const doubtful = [...read].filter(([, outcome]) => isDoubtful(outcome));
	if (doubtful.length === 0) return read;
	const known = await directory.recipients();
	// Without the list nobody can tell unknown from unregistered: better no rows than a false alarm.
	if (!known) return read;
	const unknown = doubtful.map(([id]) => id).filter((id) => !known.has(id));
	return new Map([...read, ...unknown.map((id) => [id, failed(unknownRecipient(id))] as const)]);
}

async function readEach(client: Client, ids: readonly string[]): Promise<RegistrationsByRecipient> {
	const ask = async (id: string) => {
		const rows = await listRecipientRegistrations(client, id);
		// Whose they are is clear from what was asked.
		return rows.map((row) => (row.client_id === UNKNOWN ? { ...row, client_id: id } : row));
	};
	const read = ids.map(async (id) => [id, await outcomeOf(async () => await ask(id))] as const);
	return new Map(await Promise.all(read));
}

async function readAll(client: Client, ids: readonly string[]): Promise<RegistrationsByRecipient> {
	const all = await outcomeOf(async () => await listRegistrations(client));
	if (all.kind === 'failed') return new Map(ids.map((id) => [id, all]));
	const rows = new Map<string, Registration[]>(ids.map((id) => [id, []]));
	for (const row of all.value) rows.get(row.client_id)?.push(row);
	// Rows that may be of anybody are kept too, so that nobody takes what they hold for missing.
	const anybodys = all.value.filter((row) => row.client_id === UNKNOWN);
	if (anybodys.length > 0) rows.set(UNKNOWN, anybodys);
	return new Map([...rows].map(([id, own]) => [id, done(own)]));
}

function mayBeUnknown(outcome: Outcome<readonly Registration[]>): boolean {
	return outcome.kind === 'done' ? outcome.value.length === 0 : wasRefused(outcome);
}

function wasRefused(outcome: Outcome<readonly Registration[]>): boolean {
	if (outcome.kind === 'done') return false;
	return outcome.failure.kind === 'invalid-input' || outcome.failure.kind === 'not-found';
}
