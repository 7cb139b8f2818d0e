import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';

import type { Client } from '../../../outbound/http/client';
import { outcomeOf, valueOf } from '../../../outbound/outcome';
import type { Access } from '../client/access';
import { providerFinder } from '../../../outbound/providers/find';
import { nodeErrorOf } from '../output/nodeError';
import { editorHost } from '../host/hosts';
import type { EditorMethods } from '../fields/editorMethods';

/** One thing to pick; `hint` is the second line of a dropdown. */
export interface Entry {
	readonly name: string;
	readonly id: string;
	readonly hint?: string;
}

/**
 * A list that the editor fills from Flinks, as a dropdown (`get<Name>`) and for a search
 * (`search<Name>`).
 */
export interface EditorList {
	/** Plural, upper camel case: the methods are named after it. */
	readonly name: string;
	/** Whose list it is. */
	readonly access: Access<{ readonly client: Client }>;
	entries(client: Client): Promise<readonly Entry[]>;
}

/** Thousands of entries make the editor's list slow; it asks for more as one scrolls. */
const PAGE = 100;

/**
 * A new node asks before it has a credential, and an error then would leave the field dead until the
 * node is opened anew: so there is one entry that says what to do, and nothing can be picked by it.
 */
const NO_CREDENTIAL: Entry = { name: 'Choose a credential first', id: '' };

export const dropdownOf = ({ name }: EditorList): string => `get${name}`;
export const searchOf = ({ name }: EditorList): string => `search${name}`;

/** Both methods of a list, for the node's `methods`. */
export function methodsOf(list: EditorList): EditorMethods {
	return {
		loadOptions: {
			async [dropdownOf(list)](this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
				return (await entriesFor(this, list)).map(({ name, id, hint }) => ({
					name,
					value: id,
					...(hint === undefined ? {} : { description: hint }),
				}));
			},
		},
		listSearch: {
			async [searchOf(list)](
				this: ILoadOptionsFunctions,
				filter?: string,
				paginationToken?: string,
			): Promise<INodeListSearchResult> {
				return pageOf(await entriesFor(this, list), filter, paginationToken);
			},
		},
	};
}

async function entriesFor(
	context: ILoadOptionsFunctions,
	list: EditorList,
): Promise<readonly Entry[]> {
	const host = editorHost(context);
	if (!host.hasCredential(list.access.credential(host.first))) return [NO_CREDENTIAL];
	const entries = await outcomeOf(async () => {
		const { client } = valueOf(await list.access.open(host));
		return await list.entries(client);
	});
	if (entries.kind === 'failed') throw nodeErrorOf(context.getNode(), entries.failure, 0);
	return [...entries.value].sort((a, b) => a.name.localeCompare(b.name));
}

/** One page of the entries whose name or ID fits what the operator typed. */
function pageOf(entries: readonly Entry[], search = '', pageToken = '0'): INodeListSearchResult {
	if (entries.includes(NO_CREDENTIAL)) return { results: entries.map(itemOf) };
	const find = providerFinder(entries.map((entry) => ({ ...entry, provider_id: entry.id })));
	const found = find({ search, countries: [], statuses: [] });
	const start = Number(pageToken);
	const end = start + PAGE;
	return {
		results: found.slice(start, end).map(itemOf),
		...(end < found.length ? { paginationToken: String(end) } : {}),
	};
}

function itemOf({ name, id }: Entry): INodeListSearchItems {
	return { name, value: id };
}
