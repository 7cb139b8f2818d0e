import { getRecipient, updateRecipient } from '../endpoints/recipients';
import { FlinksFailure, type Failure } from '../failure';
import type { Client } from '../http/client';
import type { RecipientDetails } from '../model/rows';
import { outcomeOf } from '../outcome';
import { oneAtATime } from './oneAtATime';
import { changedUris, checkUris, isDone, isSameList, type UriChange } from './uris';
import { sendUris } from './write';

export interface UrisChanged {
	readonly outcome: 'CHANGED' | 'UNCHANGED';
	/** As Flinks lists it after the change. */
	readonly recipient: RecipientDetails;
	/** URIs that somebody else added or took away meanwhile; left as they were found, but for our own change. */
	readonly editedMeanwhile: readonly string[];
}

/** An edit of somebody else can undo ours; it is written this often in all. */
const MOST_ROUNDS = 3;

const queue = oneAtATime();

/**
 * Adds and removes redirect URIs: reads the list, writes the whole of it with the change, and reads it back,
 * since Flinks replaces lists. What others change between is found by reading back; if that undid our change, it
 * is made again on top of theirs. One recipient's changes in this process wait for each other.
 * @throws FlinksFailure, also where the list is another one after three rounds
 */
export async function changeUris(
	client: Client,
	recipientId: string,
	change: UriChange,
): Promise<UrisChanged> {
	return await queue(recipientId, async () => {
		const before = await getRecipient(client, recipientId);
		let list = urisOf(before);
		if (isDone(list, change))
			return { outcome: 'UNCHANGED', recipient: before, editedMeanwhile: [] };
		const edited = new Set<string>();
		for (let round = 1; round <= MOST_ROUNDS; round += 1) {
			const wanted = changedUris(list, change);
			const recipient = await writeAndReadBack(client, recipientId, wanted);
			const now = urisOf(recipient);
			for (const uri of differing(wanted, now)) edited.add(uri);
			if (isDone(now, change)) {
				return { outcome: 'CHANGED', recipient, editedMeanwhile: [...edited] };
			}
			list = now;
		}
		throw new FlinksFailure(undone(recipientId));
	});
}

/** Replaces the whole list. @throws FlinksFailure, also where another list is read back */
export async function replaceUris(
	client: Client,
	recipientId: string,
	uris: readonly string[],
): Promise<UrisChanged> {
	return await queue(recipientId, async () => {
		const before = await getRecipient(client, recipientId);
		if (isSameList(urisOf(before), uris)) {
			return { outcome: 'UNCHANGED', recipient: before, editedMeanwhile: [] };
		}
		const recipient = await writeAndReadBack(client, recipientId, uris);
		if (!isSameList(urisOf(recipient), uris)) throw new FlinksFailure(undone(recipientId));
		return { outcome: 'CHANGED', recipient, editedMeanwhile: [] };
	});
}

/** An unclear answer to the write is no matter: what is read back tells. */
async function writeAndReadBack(
	client: Client,
	recipientId: string,
	uris: readonly string[],
): Promise<RecipientDetails> {
	if (uris.length === 0) throw new FlinksFailure(noneLeft(recipientId));
	const problem = checkUris(uris);
	if (problem !== undefined) throw new FlinksFailure(unusable(problem));
	const written = await outcomeOf(async () =>
		sendUris(uris, async (value) => updateRecipient(client, recipientId, { redirect_uris: value })),
	);
	const failure = written.kind === 'failed' ? written.failure : undefined;
	if (failure && !failure.ambiguous) throw new FlinksFailure(failure);
	const read = await outcomeOf(async () => getRecipient(client, recipientId));
	if (read.kind === 'failed') throw new FlinksFailure(notReadBack(read.failure));
	if (failure && !isSameList(urisOf(read.value), uris)) throw new FlinksFailure(failure);
	return read.value;
}

/** A missing list is not an empty one: writing on top of it could take URIs away that Flinks did not show. */
function urisOf({ client_id, redirect_uris }: RecipientDetails): readonly string[] {
	if (redirect_uris && redirect_uris.every((uri) => URL.canParse(uri))) return redirect_uris;
	throw new FlinksFailure({
		kind: 'unexpected-answer',
		title: `Flinks did not list the redirect URIs of recipient ${client_id} in a form that can be read`,
		remedy:
			'Nothing more was written, since the list would be replaced as a whole. Tell Flinks support.',
	});
}

function differing(a: readonly string[], b: readonly string[]): string[] {
	return [...a.filter((uri) => !b.includes(uri)), ...b.filter((uri) => !a.includes(uri))];
}

const noneLeft = (recipientId: string): Failure => ({
	kind: 'invalid-input',
	title: `Recipient ${recipientId} would be left without a redirect URI`,
	remedy:
		'An empty list was not sent. Leave one address that customers come back to, or add another one first with Add Redirect URI.',
});

const unusable = (problem: string): Failure => ({
	kind: 'invalid-input',
	title: 'The list of redirect URIs that would be left cannot be used',
	remedy: problem,
});

const undone = (recipientId: string): Failure => ({
	kind: 'unexpected-answer',
	title: `The redirect URIs of recipient ${recipientId} are not the ones that were written`,
	remedy:
		'Somebody else changes them at the same time, or Flinks keeps them in another form. Read the recipient, and run it again when nobody else does.',
	ambiguous: true,
});

const notReadBack = (failure: Failure): Failure => ({
	...failure,
	title: 'The redirect URIs were written, but could not be read back',
	remedy: `Read the recipient to see what is stored. ${failure.remedy}`,
	ambiguous: true,
});
