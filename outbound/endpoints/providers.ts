import type { Client } from '../http/client';
import type { ProviderDetails, SupportedProvider } from '../model/types';
import type { ApiRequest } from '../wire';
import type { JsonRecord } from './checks';
import { isRecord, listIn, unexpected } from './checks';

/** I1: every provider Flinks supports, more than 3,000, without paging. */
export async function listSupportedProviders(client: Client): Promise<SupportedProvider[]> {
	const request: ApiRequest = {
		method: 'GET',
		family: 'partner',
		path: '/api/v1/providers',
		expects: 'json',
		purpose: 'list the supported providers',
	};
	return listIn(request, (await client.send(request)).body, isProvider);
}

/** I2: one provider with the fields it can deliver. */
export async function getProvider(client: Client, providerId: string): Promise<ProviderDetails> {
	const request: ApiRequest = {
		method: 'GET',
		family: 'partner',
		path: `/api/v1/providers/${encodeURIComponent(providerId)}`,
		expects: 'json',
		purpose: `read provider ${providerId}`,
	};
	const { body } = await client.send(request);
	if (isRecord(body) && isDetails(body)) return body;
	throw unexpected(request, 'one provider was expected');
}

function isDetails(row: JsonRecord): row is JsonRecord & ProviderDetails {
	return isProvider(row);
}

function isProvider(row: JsonRecord): row is JsonRecord & SupportedProvider {
	return typeof row.provider_id === 'number' || typeof row.provider_id === 'string';
}
