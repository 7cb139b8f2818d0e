import type { SeedOptions } from '../../sandbox';

/** By kind of job. */
const SEEDS: Readonly<Record<string, Partial<SeedOptions>>> = {
	pairs: { recipients: 20, providers: 50, registrations: 0 },
	'many pairs': { recipients: 100, providers: 100, registrations: 0 },
	'most pairs': { recipients: 200, providers: 500, registrations: 0 },
	status: { recipients: 200, providers: 5, registrations: 1_000 },
	'list of 1,000': { recipients: 20, providers: 50, registrations: 1_000 },
	'list of 10,000': { recipients: 100, providers: 100, registrations: 10_000 },
	list: { recipients: 200, providers: 500, registrations: 100_000 },
	accounts: { accountsPerCustomer: 6 },
	/** Two accounts each, which a nightly run reads. */
	night: { accountsPerCustomer: 2 },
	/** So many customers that each of them has to be small. */
	many: { accountsPerCustomer: 1, transactions: 0 },
	transactions: { accountsPerCustomer: 1 },
	/** 600 pages of two: 9 of the first account, and 3 of each of 197 more. */
	pages: { accountsPerCustomer: 198, transactions: 18 },
	/** 60 transactions in each account, of a month, and more in the first. */
	'1,000 transactions': { accountsPerCustomer: 17, transactions: 180 },
	'10,000 transactions': { accountsPerCustomer: 167, transactions: 180 },
	'100,000 transactions': { accountsPerCustomer: 1_667, transactions: 180 },
};

/** A world's name may end with a number in brackets: one more of the same kind, on an address of its own. */
export const seedOf = (world: string): Partial<SeedOptions> =>
	SEEDS[world.replace(/ \(\d+\)$/, '')] ?? {};
