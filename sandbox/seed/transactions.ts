import { dice } from '../random';
import type { Transaction } from '../store/bank';
import type { AccountKind } from '../store/types';
import { DAY_MS, sevenDigits } from '../timestamps';

interface Plan {
	readonly accountId: string;
	readonly kind: AccountKind;
	readonly seed: ReadonlyArray<string | number>;
	readonly count: number;
	readonly seededAt: number;
}

interface Movement {
	readonly text: string;
	readonly credit: boolean;
	readonly type: string;
	readonly from: number;
	readonly to: number;
}

const MOVEMENTS: Readonly<Record<AccountKind, readonly Movement[]>> = {
	deposit: [
		{ text: 'Maple Leaf Grocers', credit: false, type: 'POSDEBIT', from: 12, to: 190 },
		{ text: 'City Transit', credit: false, type: 'POSDEBIT', from: 3, to: 12 },
		{ text: 'Café Olive', credit: false, type: 'POSDEBIT', from: 4, to: 22 },
		{ text: 'Hydro and Heating', credit: false, type: 'BILLPAYMENT', from: 60, to: 240 },
		{ text: 'Rent', credit: false, type: 'BILLPAYMENT', from: 1_450, to: 1_450 },
		{ text: 'Cash machine', credit: false, type: 'ATMWITHDRAWAL', from: 20, to: 200 },
		{ text: 'Payroll deposit', credit: true, type: 'DIRECTDEPOSIT', from: 1_900, to: 2_600 },
		{ text: 'Transfer received', credit: true, type: 'TRANSFER', from: 20, to: 400 },
	],
	loc: [
		{ text: 'Harbour Bookshop', credit: false, type: 'PURCHASE', from: 9, to: 80 },
		{ text: 'Streaming subscription', credit: false, type: 'PURCHASE', from: 8, to: 20 },
		{ text: 'Northbound Airlines', credit: false, type: 'PURCHASE', from: 180, to: 900 },
		{ text: 'Purchase interest', credit: false, type: 'INTEREST', from: 1, to: 40 },
		{ text: 'Payment, thank you', credit: true, type: 'PAYMENT', from: 50, to: 600 },
	],
	loan: [
		{ text: 'Mortgage payment', credit: true, type: 'PAYMENT', from: 2_310.44, to: 2_310.44 },
		{ text: 'Interest', credit: false, type: 'INTEREST', from: 900, to: 1_300 },
	],
	investment: [
		{ text: 'Bought Global Balanced Fund', credit: false, type: 'PURCHASED', from: 50, to: 800 },
		{ text: 'Dividend', credit: true, type: 'DIVIDEND', from: 2, to: 90 },
		{ text: 'Contribution', credit: true, type: 'CONTRIBUTION', from: 100, to: 500 },
	],
};

/** Newest first, about two a day; the two newest of a deposit account are still pending. */
export function seedTransactions({ accountId, kind, seed, count, seededAt }: Plan): Transaction[] {
	const roll = dice('transactions', ...seed);
	const prefix = roll.string.alphanumeric({ length: 8, casing: 'upper' });
	return Array.from({ length: count }, (_, index) => {
		const postedAt = seededAt - index * (DAY_MS / 2) - roll.number.int({ min: 0, max: DAY_MS / 3 });
		const { text, credit, type, from, to } = roll.helpers.arrayElement(MOVEMENTS[kind]);
		const amount = roll.number.float({ min: from, max: to, fractionDigits: 2 });
		return {
			postedAt,
			record: {
				accountId,
				transactionId: `${prefix}${String(count - index).padStart(6, '0')}`,
				postedTimestamp: sevenDigits(postedAt),
				transactionTimestamp: sevenDigits(postedAt - 3_600_000),
				description: text,
				debitCreditMemo: credit ? 'CREDIT' : 'DEBIT',
				amount,
				status: kind === 'deposit' && index < 2 ? 'PENDING' : 'POSTED',
				transactionType: type,
				...(kind === 'deposit' ? { payee: text } : {}),
			},
		};
	});
}
