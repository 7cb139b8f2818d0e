import type { Client } from '../http/client';
import type { Registration } from '../model/types';
import type { ApiRequest } from '../wire';
import { joinSegment, type Batch } from './batch';
import type { JsonRecord } from './checks';
import { listIn } from './checks';

const REQUESTS = '/api/v1/recipients/providers/requests';

/** G2: the registrations of every recipient of the partner, without paging. */
export async function listRegistrations(client: Client): Promise<Registration[]> {
	return await list(client, REQUESTS, 'list the registrations');
}

/** G3: the registrations of one recipient. */
export async function listRecipientRegistrations(
	client: Client,
	recipientId: string,
): Promise<Registration[]> {
	const path = `/api/v1/recipients/${encodeURIComponent(recipientId)}/providers/requests`;
	return await list(client, path, `list the registrations of recipient ${recipientId}`);
}

/**
 * G1: asks for every recipient with every provider of the batch. Flinks documents no answer for
 * success, so any 2xx counts and its body is not read.
 */
export async function requestRegistrations(
	client: Client,
	{ recipientIds, providerIds }: Batch,
): Promise<void> {
	await client.send({
		method: 'POST',
		family: 'partner',
		path: `${REQUESTS}/${joinSegment(recipientIds)}/${joinSegment(providerIds)}`,
		expects: 'nothing',
		purpose: purposeOf(recipientIds, providerIds),
	});
}

/** Names the pair where there is one: that is what an operator has to correct. */
function purposeOf(recipientIds: readonly string[], providerIds: readonly string[]): string {
	if (recipientIds.length > 1 || providerIds.length > 1) return 'request the registrations';
	return `register recipient ${recipientIds.join()} with provider ${providerIds.join()}`;
}

async function list(client: Client, path: string, purpose: string): Promise<Registration[]> {
	const request: ApiRequest = { method: 'GET', family: 'partner', path, expects: 'json', purpose };
	return listIn(request, (await client.send(request)).body, isRegistration);
}

function isRegistration(row: JsonRecord): row is JsonRecord & Registration {
	return (
		typeof row.client_id === 'string' &&
		(typeof row.provider_id === 'number' || typeof row.provider_id === 'string') &&
		typeof row.registration_status === 'string'
	);
}
