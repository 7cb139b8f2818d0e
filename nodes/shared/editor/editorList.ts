import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';

import type { Client } from '../../../outbound/http/client';
import { describeFailure } from '../../../outbound/errors/describe';
import type { Failure } from '../../../outbound/failure';
import { outcomeOf, valueOf } from '../../../outbound/outcome';
import type { Access } from '../client/access';
import { providerFinder } from '../../../outbound/providers/find';
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
 * An error would leave the field dead until the node is opened anew, and n8n hides its words. So there
 * is one entry that says what is the matter; picking it is like picking nothing.
 */
type Listed = { readonly entries: readonly Entry[] } | { readonly notice: Entry };

/** A new node asks before it has a credential. */
const NO_CREDENTIAL: Entry = { name: 'Choose a credential first', id: '' };

export const dropdownOf = ({ name }: EditorList): string => `get${name}`;
export const searchOf = ({ name }: EditorList): string => `search${name}`;

/** Both methods of a list, for the node's `methods`. */
export function methodsOf(list: EditorList): EditorMethods {
	return {
		loadOptions: {
			async [dropdownOf(list)](this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
				const listed = await listedFor(this, list);
				return 'notice' in listed ? [optionOf(listed.notice)] : listed.entries.map(optionOf);
			},
		},
		listSearch: {
			async [searchOf(list)](
				this: ILoadOptionsFunctions,
				filter?: string,
				paginationToken?: string,
			): Promise<INodeListSearchResult> {
				const listed = await listedFor(this, list);
				return 'notice' in listed
					? { results: [itemOf(listed.notice)] }
					: pageOf(listed.entries, filter, paginationToken);
			},
		},
	};
}

async function listedFor(context: ILoadOptionsFunctions, list: EditorList): Promise<Listed> {
	const host = editorHost(context);
	if (!host.hasCredential(list.access.credential(host.first))) return { notice: NO_CREDENTIAL };
	const entries = await outcomeOf(async () => {
		const { client } = valueOf(await list.access.open(host));
		return await list.entries(client);
	});
	if (entries.kind === 'failed') return { notice: noticeOf(entries.failure) };
	return { entries: [...entries.value].sort((a, b) => a.name.localeCompare(b.name)) };
}

function noticeOf(failure: Failure): Entry {
	return { name: failure.title, id: '', hint: describeFailure(failure) };
}

/** One page of the entries whose name or ID fits what the operator typed. */
function pageOf(entries: readonly Entry[], search = '', pageToken = '0'): INodeListSearchResult {
	const find = providerFinder(entries.map((entry) => ({ ...entry, provider_id: entry.id })));
	const found = find({ search, countries: [], statuses: [] });
	const start = Number(pageToken);
	const end = start + PAGE;
	return {
		results: found.slice(start, end).map(itemOf),
		...(end < found.length ? { paginationToken: String(end) } : {}),
	};
}

function optionOf({ name, id, hint }: Entry): INodePropertyOptions {
	return { name, value: id, ...(hint === undefined ? {} : { description: hint }) };
}

function itemOf({ name, id }: Entry): INodeListSearchItems {
	return { name, value: id };
}
