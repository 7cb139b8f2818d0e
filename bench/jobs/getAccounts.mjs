import { CONNECTION_KEY } from '../lib/credentials.mjs';
import { alongCursor, bearerOfItem, httpRequest, ourNode, query } from '../lib/nodes.mjs';
import { halfTheCpu, noSlower } from './targets.mjs';

const CUSTOMERS = 200;
/** Six accounts a customer: three pages. */
export const PAGE_SIZE = 2;

/** So many customers, each with a connection of its own: all there is to know of them. */
export const customersOf = (world, count) =>
	world.ask('connections', { count, key: CONNECTION_KEY });

/** The same as items: the connection for our node, the bearer for the other, and one account. */
export async function connections(world, count) {
	const customers = await customersOf(world, count);
	return customers.map(({ connection, bearer, accountIds: [accountId] }) => ({
		connection,
		bearer,
		accountId,
	}));
}

const pages = (url, parameters = {}) => ({
	url: `${url}/api/fdx/5/accounts`,
	...query({ resultType: 'details', limit: PAGE_SIZE }),
	...parameters,
	options: alongCursor,
});

/** Get Accounts for every page of every item; `parameters` say whose. */
export const allAccounts = (credentials, parameters, options = {}) =>
	ourNode(
		'flinksGetAccounts',
		{
			operation: 'getAll',
			accountsFrom: 'all',
			resultType: 'details',
			returnAll: true,
			simplify: true,
			options: { pageSize: PAGE_SIZE, ...options },
			...parameters,
		},
		credentials,
	);

export const ofCustomers = { authentication: 'customerConnection', connectionField: 'connection' };

/** The accounts of one connected customer, asked for by each of 200 items, three pages each. */
export const repeatedAccounts = {
	id: 'accounts of 200 items',
	world: 'accounts',
	chart: true,
	latencies: [0, 50],
	items: () => Array.from({ length: CUSTOMERS }, (_, row) => ({ row })),
	peer: ({ url, credentials }) => httpRequest(pages(url), credentials.genericRecipient),
	ours: ({ credentials }) =>
		allAccounts(credentials.recipient, { authentication: 'connectedAccount' }),
	rows: 1_200,
	peerRows: 600,
	targets: [
		{ what: 'times faster', atLeast: { 0: 30, 50: 30 }, of: 'ratio' },
		{ what: 'requests', atMost: 3, of: 'oursRequests' },
	],
};

/**
 * The accounts of 200 customers. The HTTP Request node gets each customer's bearer ready-made from
 * the item: its OAuth2 credential holds one customer only, and it renews nothing.
 */
export const customersAccounts = {
	id: 'accounts of 200 connections',
	world: 'accounts',
	chart: true,
	latencies: [0, 50],
	items: async (world) => await connections(world, CUSTOMERS),
	peer: ({ url }) => httpRequest(pages(url, bearerOfItem)),
	ours: ({ credentials }) => allAccounts(credentials.app, ofCustomers),
	rows: 1_200,
	peerRows: 600,
	targets: [noSlower, halfTheCpu],
};
