import type { AccountQuery } from '../endpoints/accounts';
import type { Client } from '../http/client';
import { BOUNDS } from '../http/bounds';
import type { JsonRecord } from '../model/isRecord';
import { outcomeOf } from '../outcome';
import { namedAccounts } from './namedAccounts';

const NONE: ReadonlyMap<string, JsonRecord> = new Map();
/** With fewer questions there is nothing to gain by listing all accounts. */
const WORTH_A_LIST = 4;

/**
 * Asks in one list for the accounts of several questions, and gives what came, by ID and in the order of
 * the bank. Whatever is missing is to be asked for question by question: the name of F2's parameter is not
 * published, so a bank may pass over it, and one ID that it does not know may cost the whole answer. Then
 * all accounts are listed. No more than half as many pages are read as there are questions.
 */
export async function accountsTogether(
	client: Client,
	{ accountIds, resultType, pageSize }: AccountQuery & { readonly pageSize?: number | undefined },
	questions: number,
): Promise<ReadonlyMap<string, JsonRecord>> {
	const names = new Set(accountIds);
	const rules = { pageSize, bounds: { ...BOUNDS, pages: Math.max(1, Math.floor(questions / 2)) } };
	const ask = async (ids: readonly string[]) =>
		await outcomeOf(
			async () => await namedAccounts(client, { accountIds: ids, resultType }, names, rules),
		);
	const listed = await ask([...names]);
	if (listed.kind === 'done') return listed.value.found;
	const { kind } = listed.failure;
	const isAboutIds = kind === 'not-found' || kind === 'invalid-input';
	if (!isAboutIds || questions < WORTH_A_LIST) return NONE;
	const all = await ask([]);
	return all.kind === 'done' ? all.value.found : NONE;
}
