import type { Client } from '../http/client';
import { isRecord, type JsonRecord } from '../model/isRecord';
import { unexpected } from './answers';
import { requestTo } from './requestTo';

/** The ID by Flinks' page; a provider may leave it out, or wrap the whole in `customer`. */
const KNOWN_BY = ['customerId', 'customer', 'name'];

/** F1: the customer who gave consent, as the provider describes them. */
export async function getCustomer(client: Client): Promise<JsonRecord> {
	const request = requestTo('F1', {});
	const { body } = await client.send(request);
	if (isRecord(body) && KNOWN_BY.some((field) => field in body)) return body;
	throw unexpected(request, 'one customer was expected');
}
