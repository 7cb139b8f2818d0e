import type { Account } from '../store/bank';
import { applyChange } from './apply';
import type { Change } from './change';

interface Plan {
	readonly account: Account;
	readonly changes: readonly Change[];
	/** Reads of the account's transactions until the changes are made. */
	left: number;
}

/** Changes that wait for somebody to read: made just before the nth answer, so between two pages. */
export class Plans {
	private waiting: Plan[] = [];

	add(account: Account, changes: readonly Change[], beforeRead: number): void {
		this.waiting.push({ account, changes, left: beforeRead });
	}

	/** Somebody reads this account's transactions: makes the changes whose turn it is. */
	reading(account: Account, now: number): void {
		for (const plan of this.waiting.filter((one) => one.account === account)) {
			plan.left -= 1;
			if (plan.left > 0) continue;
			this.waiting = this.waiting.filter((one) => one !== plan);
			for (const change of plan.changes) applyChange(account, change, now);
		}
	}

	clear(): void {
		this.waiting = [];
	}
}
