import type { IDataObject } from 'n8n-workflow';

import type { Client } from '../../outbound/http/client';
import {
	listActiveProviders,
	listProvidersWithStatus,
} from '../../outbound/endpoints/activeProviders';
import { getProvider, listSupportedProviders } from '../../outbound/endpoints/providers';
import { providerFinder } from '../../outbound/providers/find';
import { detailsRow, providerRow, statusRow } from '../../outbound/providers/rows';
import type { Filters } from './filters';
import type { Job } from './readItem';

/** The rows of one item. What several items ask for in the same way is read from Flinks once. */
export type FetchRows = (job: Job) => Promise<IDataObject[]>;

export function createFetch(client: Client): FetchRows {
	const supported = remember(async (_job: Filters) =>
		providerFinder(await listSupportedProviders(client)),
	);
	const basic = remember(async (filters: Filters) =>
		providerFinder(await listActiveProviders(client, countryOf(filters))),
	);
	const detailed = remember(async (filters: Filters) =>
		providerFinder(
			await listProvidersWithStatus(client, countryOf(filters), filters.isEnabledForClient),
		),
	);
	const one = remember(async (id: string) => await getProvider(client, id));

	return async (job) => {
		if (job.operation === 'getSupported') {
			const provider = await one(job.providerId, job.providerId);
			return [job.simplify ? detailsRow(provider) : { ...provider }];
		}
		const { filters, limit, simplify } = job;
		const country = countryOf(filters) ?? '';
		switch (job.operation) {
			case 'supported':
				return (await supported('', filters))(filters, limit).map((row) =>
					simplify ? providerRow(row) : { ...row },
				);
			case 'activeBasic':
				return (await basic(country, filters))(filters, limit).map((row) =>
					simplify ? providerRow(row) : { ...row },
				);
			case 'activeDetailed': {
				const key = `${country} ${String(filters.isEnabledForClient)}`;
				return (await detailed(key, filters))(filters, limit).map((row) =>
					simplify ? statusRow(row) : { ...row },
				);
			}
		}
	};
}

function remember<A, T>(ask: (asked: A) => Promise<T>): (key: string, asked: A) => Promise<T> {
	const answers = new Map<string, Promise<T>>();
	return async (key, asked) => {
		const answer = answers.get(key) ?? ask(asked);
		answers.set(key, answer);
		return await answer;
	};
}

/** Flinks knows "CA", "US" and "CA,US"; both is what it gives without asking. */
function countryOf({ countries }: Filters): 'CA' | 'US' | undefined {
	const [country, another] = countries;
	if (another !== undefined) return undefined;
	return country === 'CA' || country === 'US' ? country : undefined;
}
