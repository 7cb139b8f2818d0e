import { alongCursor, bearerOfItem, httpRequest, ourNode, query } from '../lib/nodes.mjs';
import { connections, ofCustomers } from './getAccounts.mjs';
import { halfTheCpu, noSlower } from './targets.mjs';

const DAYS = 30;
const DAY_MS = 86_400_000;

const day = (daysAgo) => new Date(Date.now() - daysAgo * DAY_MS).toISOString().slice(0, 10);

/** The transactions of the account that an item names, page by page; `days` back from today. */
export const transactionPages = (url, days, more = {}) => ({
	url: `=${url}/api/fdx/5/accounts/{{ $json.accountId }}/transactions`,
	...query({ startTime: day(days), endTime: day(0) }),
	...more,
	options: alongCursor,
});

/** Account Data for the accounts that the items name. */
export const accountData = (credentials, parameters) =>
	ourNode(
		'flinksAccountData',
		{
			resource: 'transaction',
			operation: 'getAll',
			accountsFrom: 'field',
			accountField: 'accountId',
			returnAll: true,
			simplify: true,
			options: {},
			...parameters,
		},
		credentials,
	);

/** The bank's transactions of so many days back, as our node asks for them. */
const lastDays = (days) => ({ period: 'lastDays', lastDays: days });

/** One account of each of 200 customers, two transactions a day: two pages each. */
export const customersTransactions = {
	id: 'transactions of 200 customers',
	world: 'transactions',
	chart: true,
	latencies: [0, 50],
	items: async (world) => await connections(world, 200),
	peer: ({ url }) => httpRequest(transactionPages(url, DAYS, bearerOfItem)),
	ours: ({ credentials }) => accountData(credentials.app, { ...ofCustomers, ...lastDays(DAYS) }),
	rows: async (world) => await world.ask('transactions', { days: DAYS }),
	peerRows: 400,
	targets: [noSlower, halfTheCpu],
};
