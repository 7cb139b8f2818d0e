import type { Client } from '../http/client';
import type { ActiveProvider, ActiveProviderV2 } from '../model/rows';
import { activeProviderRow, activeProviderV2Row } from '../model/rows';
import type { ActiveProvidersQuery } from '../model/types';
import { askList } from './answers';
import { requestTo } from './requestTo';

type Country = NonNullable<ActiveProvidersQuery['country']>;

/** A3: the providers a recipient can send customers to. Its `country` is not documented, only known. */
export async function listActiveProviders(
	client: Client,
	country: Country | undefined,
): Promise<ActiveProvider[]> {
	return await askList(client, requestTo('A3', {}, { query: { country } }), activeProviderRow);
}

/** A4: every provider with the recipient's status at it, or only the enabled or not enabled ones. */
export async function listProvidersWithStatus(
	client: Client,
	country: Country | undefined,
	isEnabled: boolean | undefined,
): Promise<ActiveProviderV2[]> {
	const isEnabledForClient = isEnabled === undefined ? undefined : isEnabled ? 'TRUE' : 'FALSE';
	const request = requestTo('A4', {}, { query: { country, isEnabledForClient } });
	return await askList(client, request, activeProviderV2Row);
}
