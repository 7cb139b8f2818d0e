import type { Client } from '../http/client';
import type { ProviderDetails, SupportedProvider } from '../model/rows';
import { providerDetailsRow, supportedProviderRow } from '../model/rows';
import { askList, askOne } from './answers';
import { requestTo } from './requestTo';

/** I1: every provider Flinks supports, more than 3,000, without paging. */
export async function listSupportedProviders(client: Client): Promise<SupportedProvider[]> {
	return await askList(client, requestTo('I1', {}), supportedProviderRow);
}

/** I2: one provider with the fields it can deliver. */
export async function getProvider(client: Client, providerId: string): Promise<ProviderDetails> {
	const request = requestTo('I2', { provider_id: providerId });
	return await askOne(client, request, providerDetailsRow, 'provider');
}
