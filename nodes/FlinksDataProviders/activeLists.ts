import {
	listActiveProviders,
	listProvidersWithStatus,
} from '../../outbound/endpoints/activeProviders';
import type { Client } from '../../outbound/http/client';
import { providerFinder } from '../../outbound/providers/find';
import { askOnce } from '../shared/client/askOnce';

type Countries = ReadonlyArray<'CA' | 'US'>;

/** Flinks knows "CA", "US" and "CA,US"; both is what it gives without asking. */
function countryOf(countries: Countries): 'CA' | 'US' | undefined {
	return countries.length === 1 ? countries[0] : undefined;
}

/** The active providers of the recipient, to search in. */
export const activeProviders = askOnce(
	(countries: Countries) => countryOf(countries) ?? '',
	async (client: Client, countries) =>
		providerFinder(await listActiveProviders(client, countryOf(countries))),
);

interface WithStatus {
	readonly countries: Countries;
	/** Only those that are activated, only those that are not, or all. */
	readonly enabled: boolean | undefined;
}

/** Every provider with its status for the recipient, to search in. */
export const providersWithStatus = askOnce(
	({ countries, enabled }: WithStatus) => `${countryOf(countries) ?? ''} ${String(enabled)}`,
	async (client: Client, { countries, enabled }) =>
		providerFinder(await listProvidersWithStatus(client, countryOf(countries), enabled)),
);
