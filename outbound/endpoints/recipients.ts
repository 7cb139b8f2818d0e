import type { Client } from '../http/client';
import type {
	Recipient,
	RecipientDetails,
	RecipientSecret,
	RecipientWithSecret,
} from '../model/rows';
import {
	recipientDetailsRow,
	recipientRow,
	recipientSecretRow,
	recipientWithSecretRow,
} from '../model/rows';
import type { RowReader } from '../model/reading';
import type { NewRecipient, RecipientUpdate } from '../model/types';
import { askList, askOne } from './answers';
import { requestTo } from './requestTo';

/** Secrets come with R1 and R3 alone; one that came elsewhere would go out in a field that nobody hides. */
function withoutSecret<T>({ ids, read }: RowReader<T>): RowReader<T> {
	const isKept = ([key]: [string, unknown]) => key !== 'client_secret';
	return { ids, read: (row) => read(Object.fromEntries(Object.entries(row).filter(isKept))) };
}

const listedRow = withoutSecret(recipientRow);
const detailsRow = withoutSecret(recipientDetailsRow);

/** I3: every recipient of the partner, without paging. */
export async function listRecipients(client: Client): Promise<Recipient[]> {
	return await askList(client, requestTo('I3', {}), listedRow);
}

/** I4: one recipient with its scope and redirect URIs. */
export async function getRecipient(client: Client, recipientId: string): Promise<RecipientDetails> {
	const request = requestTo('I4', { client_id: recipientId });
	return await askOne(client, request, detailsRow, 'recipient');
}

/**
 * R1: a new recipient. Its secret comes with this answer only, and is null where Flinks sent none.
 * @throws FlinksFailure, `ambiguous` where the recipient may exist now
 */
export async function createRecipient(
	client: Client,
	recipient: NewRecipient,
): Promise<RecipientWithSecret> {
	const request = requestTo('R1', {}, { body: recipient });
	return await askOne(client, request, recipientWithSecretRow, 'recipient');
}

/**
 * R2: replaces the whole list of the recipient's redirect URIs; nothing else can be changed.
 * @throws FlinksFailure, `ambiguous` where the list may be replaced now
 */
export async function updateRecipient(
	client: Client,
	recipientId: string,
	update: RecipientUpdate,
): Promise<RecipientDetails> {
	const request = requestTo('R2', { client_id: recipientId }, { body: update });
	return await askOne(client, request, detailsRow, 'recipient');
}

/**
 * R3: a new secret, null where Flinks sent none. Whether the old one stops at once is not documented.
 * @throws FlinksFailure, `ambiguous` where the secret may be replaced now
 */
export async function regenerateSecret(
	client: Client,
	recipientId: string,
): Promise<RecipientSecret> {
	const request = requestTo('R3', { client_id: recipientId });
	return await askOne(client, request, recipientSecretRow, 'secret');
}
