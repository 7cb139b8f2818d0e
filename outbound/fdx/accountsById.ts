import type { AccountQuery } from '../endpoints/accounts';
import type { Failure } from '../failure';
import type { Client } from '../http/client';
import type { PageRules, RowsRead } from '../http/pages';
import type { JsonRecord } from '../model/isRecord';
import { outcomeOf, valueOf } from '../outcome';
import { listsOf } from './accountLists';
import { namedAccounts, type NamedAccounts } from './namedAccounts';

export interface ById extends AccountQuery {
	/** The most accounts; undefined for all that are named. */
	readonly limit?: number | undefined;
	readonly pageSize?: number | undefined;
}

/**
 * The accounts with these IDs, in the order of the bank. One that the bank leaves out is a failure, since
 * Flinks does not say that it tells of each ID it does not know.
 * @throws FlinksFailure where a page cannot be fetched
 */
export async function accountsById(
	client: Client,
	{ accountIds, resultType, limit = Infinity, pageSize }: ById,
): Promise<RowsRead<JsonRecord>> {
	const found = new Map<string, JsonRecord>();
	const missing: string[] = [];
	for (const ids of listsOf(accountIds, (id) => [id])) {
		const left = limit - found.size;
		if (left <= 0) break;
		const query = { accountIds: ids, resultType };
		const enough = Math.min(left, ids.length);
		const read = await readNamed(client, query, { enough, pageSize });
		for (const [id, account] of read.found) found.set(id, account);
		if (read.failure) return { rows: first(found, limit), failure: read.failure };
		missing.push(...ids.filter((id) => !found.has(id)));
	}
	const failure = found.size < limit && missing.length > 0 ? notListed(missing) : undefined;
	return { rows: first(found, limit), failure };
}

/** Where a bank refuses the request, it may be the parameter: its name is not published. */
async function readNamed(
	client: Client,
	{ accountIds, resultType }: AccountQuery,
	rules: PageRules & { readonly enough: number },
): Promise<NamedAccounts> {
	const names = new Set(accountIds);
	const ask = async (ids: readonly string[]) =>
		await outcomeOf(
			async () => await namedAccounts(client, { accountIds: ids, resultType }, names, rules),
		);
	const listed = await ask(accountIds);
	const isRefused = listed.kind === 'failed' && listed.failure.kind === 'invalid-input';
	return valueOf(isRefused ? await ask([]) : listed);
}

function first(found: ReadonlyMap<string, JsonRecord>, limit: number): JsonRecord[] {
	return [...found.values()].slice(0, limit);
}

function notListed(ids: readonly string[]): Failure {
	return {
		kind: 'not-found',
		title: `The bank does not list ${ids.length === 1 ? 'this account' : 'these accounts'}: ${ids.slice(0, 5).join(', ')}${ids.length > 5 ? ' and more' : ''}`,
		remedy:
			"Check the IDs against the customer's account list; an account may be closed, or be shared no more.",
	};
}
