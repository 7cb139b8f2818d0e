import type { IDataObject } from 'n8n-workflow';

import type { Sandbox } from '../../../sandbox';
import type { End } from '../matrix/ends';
import { leavesOpen } from '../scenarios/customers';

interface World {
	readonly sandbox: Sandbox;
}

type Untruths = (ends: readonly End[]) => string[];

/** Compares what was said of each name with the recipients that are there now and were not before. */
export function creationUntruths({ sandbox }: World, names: readonly string[]): Untruths {
	const before = new Set(sandbox.store.recipients.keys());
	return (ends) =>
		names.flatMap((name, item) => {
			const { rows = [], errors = [] } = ends[item] ?? {};
			const made = [...sandbox.store.recipients.values()].filter(
				(one) => one.name === name && !before.has(one.client_id),
			);
			const [first] = made;
			return [
				...(made.length > 1 ? [`${name} was created ${made.length} times`] : []),
				...rows
					.filter(({ recipientId }) => recipientId !== first?.client_id)
					.map(() => `${name} is not the recipient that Flinks has`),
				...rows
					.filter(({ clientSecret }) => clientSecret !== null)
					.filter(({ clientSecret }) => clientSecret !== first?.client_secret)
					.map(() => `the secret of ${name} is another one`),
				...(first ? unopen(errors, `${name} was created`) : []),
			];
		});
}

/** The secret that came out last for a recipient is the one that is good. */
export function secretUntruths({ sandbox }: World, ids: readonly string[]): Untruths {
	const secretOf = (id: string) => sandbox.store.recipients.get(id)?.client_secret;
	const before = new Map(ids.map((id) => [id, secretOf(id)]));
	return (ends) =>
		[...new Set(ids)].flatMap((id) => {
			const own = ends.filter((_, item) => ids[item] === id);
			const rows = own.flatMap((end) => end.rows);
			const errors = own.flatMap((end) => end.errors);
			const now = secretOf(id);
			const isGiven = rows.some(({ clientSecret }) => clientSecret === now);
			const isDoubtful = errors.some(leavesOpen);
			return [
				...(rows.length > 0 && !isGiven && !isDoubtful ? [`no row has the secret of ${id}`] : []),
				...(now !== before.get(id) && !isGiven && !isDoubtful
					? unopen(errors, `${id} has a new secret`)
					: []),
			];
		});
}

/** A row lists what Flinks lists; an error that leaves nothing open changed nothing. */
export function uriUntruths(
	{ sandbox }: World,
	ids: readonly string[],
	operation: string,
	written: string,
): Untruths {
	const urisOf = (id: string) => [...(sandbox.store.recipients.get(id)?.redirect_uris ?? [])];
	if (operation === 'removeRedirectUri') addFirst(sandbox, ids, written);
	const before = new Map(ids.map((id) => [id, urisOf(id).sort().join()]));
	return (ends) =>
		[...new Set(ids)].flatMap((id) => {
			const own = ends.filter((_, item) => ids[item] === id);
			const rows = own.flatMap((end) => end.rows);
			const now = urisOf(id).sort().join();
			const isChanged = now !== before.get(id);
			const errors = own.flatMap((end) => end.errors);
			const isTold = rows.length > 0 || errors.some(leavesOpen);
			return [
				...rows
					.filter(({ redirectUris }) => listed(redirectUris) !== now)
					.map(() => `the row of ${id} lists other addresses than Flinks`),
				...(isChanged && !isTold ? unopen(errors, `the addresses of ${id} were changed`) : []),
			];
		});
}

function addFirst({ store }: Sandbox, ids: readonly string[], uri: string): void {
	for (const id of new Set(ids)) {
		const recipient = store.recipients.get(id);
		if (recipient) recipient.redirect_uris = [...recipient.redirect_uris, uri];
	}
}

const listed = (uris: unknown): string =>
	Array.isArray(uris) ? uris.map(String).sort().join() : '';

const unopen = (errors: readonly IDataObject[], fact: string): string[] =>
	errors.filter((error) => !leavesOpen(error)).map(({ error }) => `${fact}: ${String(error)}`);
