import { FlinksFailure, type Failure } from '../../outbound/failure';
import { inOrder } from '../../outbound/http/inOrder';
import type { Outcome } from '../../outbound/outcome';
import { failed, outcomeOf } from '../../outbound/outcome';
import type { Customer } from '../shared/client/customer';
import type { IdSet } from '../shared/pickers/idSet';
import { askedAccounts, type AskedAccount } from './askedAccounts';

/** An account that has an ID to ask with. */
export type KnownAccount = AskedAccount & { readonly accountId: string };

interface Answer<T> {
	readonly account: KnownAccount;
	readonly value: T;
}

interface Skipped {
	readonly account: AskedAccount;
	/** Why the bank has nothing for this account. */
	readonly skipped: Failure;
}

export type AccountEnd<T> = Answer<T> | Skipped;

/**
 * Asks about each account of an item, in their order. Among all accounts of a customer, one for which the
 * bank does not offer the data, or which is closed, is told as such and ends nothing.
 * @param oneByOne where a limit may make later accounts needless
 * @throws FlinksFailure for every other failure, and for each failure where accounts were named
 */
export async function* perAccount<T>(
	{ client }: Customer,
	chosen: IdSet,
	ask: (account: KnownAccount) => Promise<T>,
	oneByOne = false,
): AsyncGenerator<AccountEnd<T>, void, void> {
	const accounts = await askedAccounts(client, chosen);
	const ends = oneByOne
		? inTurn(accounts, ask)
		: atOnce(accounts, ask, client.runtime.limiter.limit);
	for await (const { account, end } of ends) {
		if (end.kind === 'done') yield end.value;
		else if (chosen === 'all' && isNotOffered(end.failure)) {
			yield { account, skipped: end.failure };
		} else
			throw new FlinksFailure(accounts.length > 1 ? naming(end.failure, account) : end.failure);
	}
}

interface Ended<T> {
	readonly account: AskedAccount;
	readonly end: Outcome<Answer<T>>;
}

async function* inTurn<T>(
	accounts: readonly AskedAccount[],
	ask: (account: KnownAccount) => Promise<T>,
): AsyncGenerator<Ended<T>, void, void> {
	for (const account of accounts) yield await endOf(account, ask);
}

async function* atOnce<T>(
	accounts: readonly AskedAccount[],
	ask: (account: KnownAccount) => Promise<T>,
	most: number,
): AsyncGenerator<Ended<T>, void, void> {
	yield* inOrder(accounts, most, async (account) => await endOf(account, ask));
}

async function endOf<T>(
	account: AskedAccount,
	ask: (account: KnownAccount) => Promise<T>,
): Promise<Ended<T>> {
	const { accountId, currency } = account;
	if (accountId === null) return { account, end: failed(NO_ID) };
	const known = { accountId, currency };
	const answer = async () => ({ account: known, value: await ask(known) });
	return { account, end: await outcomeOf(answer) };
}

/** 405, 501 and 704, a closed account, and one without an ID. */
function isNotOffered(failure: Failure): boolean {
	return failure === NO_ID || failure.kind === 'unsupported' || failure.code === '705';
}

function naming(failure: Failure, { accountId }: AskedAccount): Failure {
	return { ...failure, remedy: `${failure.remedy} It happened with account ${accountId ?? ''}.` };
}

const NO_ID: Failure = {
	kind: 'unexpected-answer',
	title: 'The bank lists an account without an ID, so nothing can be asked about it',
	remedy: 'Tell Flinks support.',
};
