import type { Clock } from '../clock';
import type { Account, StatementStatus } from '../store/bank';
import type { Customers } from '../store/customers';
import { applyChange } from './apply';
import { changeSchema, type Change, type ChangeInput } from './change';
import { liveDay, type Happening } from './live';
import { Plans } from './plans';

export interface LiveOptions {
	/** Which life; 1 without one. */
	readonly seed?: number | undefined;
	/** 1 without a number. */
	readonly days?: number | undefined;
	/** Everything, where it is left out. */
	readonly may?: readonly Happening[] | undefined;
}

/** What banks do to the accounts of customers seen so far. Ids that are unknown throw a RangeError. */
export class Bank {
	private readonly plans = new Plans();

	constructor(
		private readonly customers: Customers,
		private readonly clock: Clock,
	) {}

	account(id: string): Account {
		const found = this.customers.account(id);
		if (!found) throw new RangeError('No customer seen so far has this account');
		return found;
	}

	/** The customer's accounts; any sign-in name has some at every provider. */
	accounts(providerId: number, customer: string): readonly Account[] {
		return this.customers.get(providerId, customer)?.accounts ?? [];
	}

	/** Changes an account now, in this order. Gives the id of each transaction afterwards. */
	change(accountId: string, ...changes: readonly ChangeInput[]): string[] {
		const account = this.account(accountId);
		const now = this.clock.now();
		return changes.map((change) => applyChange(account, changeSchema.parse(change), now));
	}

	/** The same, but just before the nth answer to F4 for this account, counted from now. */
	changeBeforeRead(accountId: string, nth: number, ...changes: readonly ChangeInput[]): void {
		const parsed = changes.map((change) => changeSchema.parse(change));
		this.plans.add(this.account(accountId), parsed, nth);
	}

	/** Lets days go by at the bank without moving the clock: see `liveDay`. Gives what was done. */
	live(accountId: string, { seed = 1, days = 1, may }: LiveOptions = {}): Change[] {
		const account = this.account(accountId);
		const now = this.clock.now();
		return Array.from({ length: days }, () => liveDay(account, seed, now, may)).flat();
	}

	/** Sets how far a statement is; `asksLeft` makes it AVAILABLE after so many downloads were refused. */
	statement(
		accountId: string,
		statementId: string,
		{
			status,
			asksLeft,
		}: { readonly status: StatementStatus; readonly asksLeft?: number | undefined },
	): void {
		const statement = this.account(accountId).statements.find(({ id }) => id === statementId);
		if (!statement) throw new RangeError(`The account has no statement ${statementId}`);
		statement.status = status;
		statement.asksLeft = asksLeft;
	}

	/** Somebody is about to read this account's transactions. */
	reading(account: Account): void {
		this.plans.reading(account, this.clock.now());
	}

	/** Forgets what was planned. */
	clear(): void {
		this.plans.clear();
	}
}
