import { createRecipient, getRecipient, listRecipients } from '../endpoints/recipients';
import { FlinksFailure, type Failure } from '../failure';
import type { Client } from '../http/client';
import type { Recipient, RecipientDetails } from '../model/rows';
import type { NewRecipient } from '../model/types';
import { outcomeOf } from '../outcome';
import { oneAtATime } from './oneAtATime';
import { isSameList } from './uris';
import { sendUris } from './write';

export interface Created {
	/** `FOUND_AFTER_UNCLEAR_ANSWER`: it exists, but its secret was in the answer that did not arrive. */
	readonly outcome: 'CREATED' | 'FOUND_AFTER_UNCLEAR_ANSWER';
	readonly recipient: RecipientDetails;
	/** Given out this once; null where Flinks sent none that arrived. */
	readonly clientSecret: string | null;
}

export interface CreateOptions {
	/** Create it although there is one of the same name. */
	readonly evenIfNameExists: boolean;
}

const queue = oneAtATime();

/**
 * Creates a recipient once. Flinks takes no idempotency key, so it is asked before which recipients there are; if
 * the answer to the creation is unclear, it is asked again, and the one that is new is the one. It is never sent
 * a second time after an unclear answer.
 * @throws FlinksFailure, `ambiguous` where it is not known whether the recipient exists
 */
export async function createOnce(
	client: Client,
	body: NewRecipient,
	{ evenIfNameExists }: CreateOptions,
): Promise<Created> {
	return await queue('create', async () => {
		const before = await listRecipients(client);
		const same = before.find(({ name }) => isSameName(name, body.name));
		if (same && !evenIfNameExists) throw new FlinksFailure(nameExists(same));
		const sent = await outcomeOf(async () =>
			sendUris(listOf(body.redirect_uris), async (redirect_uris) =>
				createRecipient(client, { ...body, redirect_uris }),
			),
		);
		if (sent.kind === 'done') {
			const { client_secret, ...recipient } = sent.value;
			return { outcome: 'CREATED', recipient, clientSecret: client_secret ?? null };
		}
		if (!sent.failure.ambiguous) throw new FlinksFailure(sent.failure);
		return await findCreated(client, body, before, sent.failure);
	});
}

async function findCreated(
	client: Client,
	body: NewRecipient,
	before: readonly Recipient[],
	failure: Failure,
): Promise<Created> {
	const known = new Set(before.map(({ client_id }) => client_id));
	const found = await outcomeOf(async () => {
		const after = await listRecipients(client);
		const fresh = after.filter(
			({ client_id, name }) => !known.has(client_id) && isSameName(name, body.name),
		);
		return await Promise.all(fresh.map(async ({ client_id }) => getRecipient(client, client_id)));
	});
	if (found.kind === 'failed') throw new FlinksFailure(unclear(failure, NOT_ASKED));
	const matching = found.value.filter(({ redirect_uris }) =>
		isSameList(redirect_uris ?? [], listOf(body.redirect_uris)),
	);
	const [recipient] = matching;
	if (recipient && matching.length === 1) {
		return { outcome: 'FOUND_AFTER_UNCLEAR_ANSWER', recipient, clientSecret: null };
	}
	throw new FlinksFailure(unclear(failure, matching.length === 0 ? NOT_LISTED : SEVERAL));
}

const NOT_ASKED =
	'Flinks could not be asked either. List the recipients before you run it again: it may exist.';
const NOT_LISTED =
	'Flinks does not list it now, and may do so later. List the recipients in some minutes before you run it again.';
const SEVERAL =
	'Flinks lists several new recipients like it, so others created some too. List the recipients, and ask Flinks to remove what is too many.';

const unclear = (failure: Failure, remedy: string): Failure => ({
	...failure,
	title: 'It is not known whether Flinks created the recipient',
	remedy,
	ambiguous: true,
});

const nameExists = ({ client_id }: Recipient): Failure => ({
	kind: 'invalid-input',
	title: `There is a recipient of this name already: ${client_id}`,
	remedy:
		'Nothing was created. Use that recipient, choose another name, or turn on Create Even if Name Exists.',
});

const listOf = (uris: string | string[]): string[] => (typeof uris === 'string' ? [uris] : uris);

const isSameName = (a: string | null | undefined, b: string): boolean =>
	a !== null && a !== undefined && plain(a) === plain(b);

const plain = (name: string) => name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
