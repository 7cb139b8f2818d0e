import type { Client } from '../http/client';
import type { Recipient, RecipientDetails } from '../model/types';
import type { ApiRequest } from '../wire';
import type { JsonRecord } from './checks';
import { isRecord, listIn, unexpected } from './checks';

/** I3: every recipient of the partner, without paging. */
export async function listRecipients(client: Client): Promise<Recipient[]> {
	const request: ApiRequest = {
		method: 'GET',
		family: 'partner',
		path: '/api/v1/recipients',
		expects: 'json',
		purpose: 'list the recipients',
	};
	return listIn(request, (await client.send(request)).body, isRecipient);
}

/** I4: one recipient with its scope and redirect URIs. */
export async function getRecipient(client: Client, recipientId: string): Promise<RecipientDetails> {
	const request: ApiRequest = {
		method: 'GET',
		family: 'partner',
		path: `/api/v1/recipients/${encodeURIComponent(recipientId)}`,
		expects: 'json',
		purpose: `read recipient ${recipientId}`,
	};
	const { body } = await client.send(request);
	if (isRecord(body) && isDetails(body)) return body;
	throw unexpected(request, 'one recipient was expected');
}

function isDetails(row: JsonRecord): row is JsonRecord & RecipientDetails {
	return isRecipient(row);
}

function isRecipient(row: JsonRecord): row is JsonRecord & Recipient {
	return typeof row.client_id === 'string';
}
