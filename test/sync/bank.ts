import type { FetchPage } from '../../outbound/http/pages';
import { dateText } from '../../outbound/transactions/day';

export interface BankTransaction {
	/** Whose transaction it is for the test alone: stays when the bank gives another ID. */
	readonly uid: number;
	id: string | null;
	day: number;
	postedDay: number | null;
	cents: number;
	description: string;
	reference: string | null;
}

/** What banks do differently, and Flinks does not say. */
export interface Habits {
	readonly pageSize: number;
	readonly filterBy: 'first date' | 'posted';
	readonly startIncluded: boolean;
	readonly endIncluded: boolean;
	readonly totals: boolean;
	readonly wrapper: string;
}

/** A bank with one account, whose pages are cut when they are asked for: they move while they are read. */
export class Bank {
	readonly transactions: BankTransaction[] = [];
	today = 20_000;
	private counter = 0;

	constructor(readonly habits: Habits) {}

	next(): number {
		this.counter += 1;
		return this.counter;
	}

	filterDay({ day, postedDay }: BankTransaction): number {
		return this.habits.filterBy === 'posted' ? (postedDay ?? day) : Math.min(day, postedDay ?? day);
	}

	visible(from: number, to: number): BankTransaction[] {
		const { startIncluded, endIncluded } = this.habits;
		return this.transactions
			.filter((one) => {
				const day = this.filterDay(one);
				return (startIncluded ? day >= from : day > from) && (endIncluded ? day <= to : day < to);
			})
			.sort((a, b) => this.filterDay(b) - this.filterDay(a) || b.uid - a.uid);
	}

	/** `between` acts after each page but the last one. */
	pages(from: number, to: number, between: () => void = () => {}): FetchPage<unknown> {
		return async ({ offset }) => {
			if (offset !== undefined) between();
			const start = Number(offset ?? 0);
			const all = this.visible(from, to);
			const end = start + this.habits.pageSize;
			return await Promise.resolve({
				rows: all.slice(start, end).map((one) => this.wrapped(one)),
				...(this.habits.totals ? { total: all.length } : {}),
				nextOffset: end < all.length ? String(end) : undefined,
			});
		};
	}

	wrapped({ id, day, postedDay, cents, description, reference }: BankTransaction): unknown {
		return {
			[this.habits.wrapper]: {
				accountId: 'a1',
				...(id === null ? {} : { transactionId: id }),
				...(postedDay === null ? {} : { postedTimestamp: timestamp(postedDay) }),
				...(reference === null ? {} : { referenceTransactionId: reference }),
				transactionTimestamp: timestamp(day),
				description,
				debitCreditMemo: cents < 0 ? 'DEBIT' : 'CREDIT',
				amount: Math.abs(cents) / 100,
				status: postedDay === null ? 'PENDING' : 'POSTED',
			},
		};
	}
}

const timestamp = (day: number) => `${dateText(day)}T05:00:00.0000000Z`;
