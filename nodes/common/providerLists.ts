import type { INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';

import type { Given } from '../../outbound/model/reading';
import { providerFinder } from '../../outbound/providers/find';

/** Thousands of entries make the editor's list slow; it asks for more as one scrolls. */
const PAGE = 100;

interface Named {
	readonly provider_id: number | string;
	readonly name?: Given<string>;
	readonly country?: Given<string>;
}

/** One page of the providers whose name fits what the operator typed, by name. */
export function providerPage(
	providers: readonly Named[],
	search = '',
	pageToken = '0',
): INodeListSearchResult {
	const start = Number(pageToken);
	const found = providerFinder(providers)({ search, countries: [], statuses: [] })
		.map(entryOf)
		.sort((a, b) => a.name.localeCompare(b.name));
	const end = start + PAGE;
	return {
		results: found.slice(start, end),
		...(end < found.length ? { paginationToken: String(end) } : {}),
	};
}

function entryOf({ provider_id, name, country }: Named): INodeListSearchItems {
	const id = String(provider_id);
	return { name: `${name ?? id}${country ? ` (${country})` : ''}`, value: id };
}
