import type { Client } from '../http/client';
import type { ActiveProvider, ActiveProvidersQuery, ActiveProviderV2 } from '../model/types';
import type { ApiRequest } from '../wire';
import type { JsonRecord } from './checks';
import { listIn } from './checks';

type Country = NonNullable<ActiveProvidersQuery['country']>;

/** A3: the providers a recipient can send customers to. Its `country` is not documented, only known. */
export async function listActiveProviders(
	client: Client,
	country: Country | undefined,
): Promise<ActiveProvider[]> {
	const request: ApiRequest = {
		method: 'GET',
		family: 'partner',
		path: '/api/v1/providers',
		query: { country },
		expects: 'json',
		purpose: 'list the active providers',
	};
	return listIn(
		request,
		(await client.send(request)).body,
		(row): row is JsonRecord & ActiveProvider => hasId(row),
	);
}

/** A4: every provider with the recipient's status at it, or only the enabled or not enabled ones. */
export async function listProvidersWithStatus(
	client: Client,
	country: Country | undefined,
	isEnabledForClient: boolean | undefined,
): Promise<ActiveProviderV2[]> {
	const request: ApiRequest = {
		method: 'GET',
		family: 'partner',
		path: '/api/v2/providers',
		query: {
			country,
			isEnabledForClient:
				isEnabledForClient === undefined ? undefined : isEnabledForClient ? 'TRUE' : 'FALSE',
		},
		expects: 'json',
		purpose: 'list the providers of the recipient',
	};
	return listIn(
		request,
		(await client.send(request)).body,
		(row): row is JsonRecord & ActiveProviderV2 => hasId(row),
	);
}

function hasId(row: JsonRecord): boolean {
	return typeof row.provider_id === 'number' || typeof row.provider_id === 'string';
}
