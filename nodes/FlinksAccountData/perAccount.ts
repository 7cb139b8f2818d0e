import type { Failure } from '../../outbound/failure';
import type { Client } from '../../outbound/http/client';
import { inOrder } from '../../outbound/http/inOrder';
import type { Places } from '../../outbound/http/places';
import type { Outcome } from '../../outbound/outcome';
import { failed, outcomeOf } from '../../outbound/outcome';
import type { IdSet } from '../shared/pickers/idSet';
import type { AskedAccount } from './askedAccounts';

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

interface Failed {
	readonly account: AskedAccount;
	readonly failure: Failure;
}

export type AccountEnd<T> = Answer<T> | Skipped | Failed;

export interface ToAsk {
	/** As the item names them; `accounts` are these, or all that are listed. */
	readonly chosen: IdSet;
	readonly accounts: readonly AskedAccount[];
	/** Where a limit may make later accounts needless. */
	readonly oneByOne?: boolean;
}

/**
 * Asks about each account of an item, in their order. Among all accounts of a customer, one for which the
 * bank does not offer the data, or which is closed, is told as such and is no failure.
 */
export async function* perAccount<T>(
	client: Client,
	{ chosen, accounts, oneByOne = false }: ToAsk,
	ask: Ask<T>,
): AsyncGenerator<AccountEnd<T>, void, void> {
	const ends = oneByOne ? inTurn(accounts, ask) : atOnce(accounts, ask, client.runtime.limiter);
	for await (const { account, end } of ends) {
		if (end.kind === 'done') yield end.value;
		else if (chosen === 'all' && isNotOffered(end.failure)) {
			yield { account, skipped: end.failure };
		} else yield { account, failure: end.failure };
	}
}

interface Ended<T> {
	readonly account: AskedAccount;
	readonly end: Outcome<Answer<T>>;
}

type Ask<T> = (account: KnownAccount) => Promise<T>;

async function* inTurn<T>(
	accounts: readonly AskedAccount[],
	ask: Ask<T>,
): AsyncGenerator<Ended<T>, void, void> {
	for (const account of accounts) yield await endOf(account, ask);
}

async function* atOnce<T>(
	accounts: readonly AskedAccount[],
	ask: Ask<T>,
	most: Places,
): AsyncGenerator<Ended<T>, void, void> {
	yield* inOrder(accounts, most, async (account) => await endOf(account, ask));
}

async function endOf<T>(account: AskedAccount, ask: Ask<T>): Promise<Ended<T>> {
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

const NO_ID: Failure = {
	kind: 'unexpected-answer',
	title: 'The bank lists an account without an ID, so nothing can be asked about it',
	remedy: 'Tell Flinks support.',
};
