import { listSupportedProviders } from '../../../outbound/endpoints/providers';
import type { Client } from '../../../outbound/http/client';
import { providerFinder } from '../../../outbound/providers/find';
import { providerRow } from '../../../outbound/providers/providerRow';
import { askOnce } from '../../shared/client/askOnce';
import { partner } from '../../shared/client/partner';
import { filters, options } from '../../shared/fields/collection';
import { countries, simplify } from '../../shared/fields/common';
import { limit } from '../../shared/fields/limit';
import { operation } from '../../shared/node/operation';
import { rowsFrom } from '../../shared/output/row';
import { byName, search, shownProviders } from '../search';

const find = askOnce(
	() => 'all',
	async (client: Client) => providerFinder(await listSupportedProviders(client)),
);

export const getAllSupported = operation({
	value: 'getAllSupported',
	name: 'Get Many Supported',
	action: 'Get many supported providers',
	description: 'The banks that Flinks Outbound knows, by name and country',
	access: partner,
	fields: {
		limit: limit(false),
		filters: filters({ countries, search }),
		simplify,
		options: options({ sortBy: byName }),
	},
	async each(job, { client }) {
		const { countries: wanted = [], search: text = '' } = job.filters;
		const ask = await find(client, undefined);
		const found = ask({ search: text, countries: wanted, statuses: [] });
		return rowsFrom(shownProviders(found, providerRow, job));
	},
});
