import { CANARIES } from '../canaries';
import { dice } from '../random';
import type { Account } from '../store/bank';
import type { AccountKind, Provider } from '../store/types';
import { accountRecord } from './account-records';
import type { SeedOptions } from './options';
import { seedStatements } from './statements';
import { seedTransactions } from './transactions';

interface Product {
	readonly kind: AccountKind;
	readonly type: string;
	readonly usType?: string;
	readonly name: string;
}

const PRODUCTS: readonly Product[] = [
	{ kind: 'deposit', type: 'CHECKING', name: 'Everyday Chequing' },
	{ kind: 'deposit', type: 'SAVINGS', name: 'High Interest Savings' },
	{ kind: 'loc', type: 'CREDITCARD', name: 'Cash Back Card' },
	{ kind: 'loan', type: 'MORTGAGE', name: 'Five Year Fixed Mortgage' },
	{
		kind: 'investment',
		type: 'REGISTEREDRETIREMENTSAVINGSPLAN',
		usType: 'IRA',
		name: 'Retirement Plan',
	},
	{
		kind: 'investment',
		type: 'TAXFREESAVINGSACCOUNT',
		usType: 'ROTH',
		name: 'Tax-Free Investments',
	},
];

const NICKNAMES = ['Household', 'Rainy day', 'My money', 'Joint'];

/** One of each product the provider has, in turn, until the customer has enough. */
export function seedAccounts(
	provider: Provider,
	seed: ReadonlyArray<string | number>,
	options: SeedOptions,
	seededAt: number,
): Account[] {
	const offered = PRODUCTS.filter(({ kind }) => provider.accountKinds.includes(kind));
	return Array.from({ length: options.accountsPerCustomer }, (_, index) => {
		const product = offered[index % offered.length] ?? PRODUCTS[0];
		if (!product) throw new RangeError('There is no product to open an account for');
		const own = [...seed, index];
		const roll = dice('account', ...own);
		const id = roll.string.uuid();
		const number = `${CANARIES.accountNumber}${roll.string.numeric(6)}`;
		const type = provider.country === 'US' ? (product.usType ?? product.type) : product.type;
		const nickname = NICKNAMES[index % NICKNAMES.length] ?? '';
		const opening = { ...product, type, nickname, id, number, provider, roll, seededAt };
		const record = accountRecord(opening);
		const count = index === 0 ? options.transactions : Math.floor(options.transactions / 3);
		return lazily(
			{ id, kind: product.kind, number, record, state: 'open', idsGiven: 0, daysLived: 0 },
			{
				transactions: () =>
					seedTransactions({ accountId: id, kind: product.kind, seed: own, count, seededAt }),
				statements: () => seedStatements(id, seededAt),
			},
		);
	});
}

interface Late {
	readonly transactions: () => Account['transactions'];
	readonly statements: () => Account['statements'];
}

/** Transactions and statements are many: made when first read. */
function lazily(early: Omit<Account, keyof Late>, late: Late): Account {
	let transactions: Account['transactions'] | undefined;
	let statements: Account['statements'] | undefined;
	return {
		...early,
		get transactions() {
			transactions ??= late.transactions();
			return transactions;
		},
		set transactions(changed) {
			transactions = changed;
		},
		get statements() {
			statements ??= late.statements();
			return statements;
		},
	};
}
