import type { Client } from '../http/client';
import { registrationRow, type Registration } from '../model/rows';
import { askList } from './answers';
import type { Batch } from './batch';
import { requestTo } from './requestTo';

/** G2: the registrations of every recipient of the partner, without paging. */
export async function listRegistrations(client: Client): Promise<Registration[]> {
	return await askList(client, requestTo('G2', {}), registrationRow);
}

/** G3: the registrations of one recipient. */
export async function listRecipientRegistrations(
	client: Client,
	recipientId: string,
): Promise<Registration[]> {
	return await askList(client, requestTo('G3', { client_id: recipientId }), registrationRow);
}

/**
 * G1: asks for every recipient with every provider of the batch. Flinks documents no answer for
 * success, so any 2xx counts and its body is not read.
 */
export async function requestRegistrations(
	client: Client,
	{ recipientIds, providerIds }: Batch,
): Promise<void> {
	const [recipientId, ...otherRecipients] = recipientIds;
	const [providerId, ...otherProviders] = providerIds;
	const isOne = otherRecipients.length === 0 && otherProviders.length === 0;
	// Names the pair where there is one: that is what an operator has to correct.
	const purpose = `register recipient ${recipientId} with provider ${providerId}`;
	const ids = { recipient_ids: recipientIds, provider_ids: providerIds };
	const request = requestTo('G1', ids, isOne ? { purpose } : {});
	await client.send(request);
}
