import { CONNECTION_KEY } from '../lib/credentials.mjs';
import { alongCursor, httpRequest, ourNode } from '../lib/nodes.mjs';

const CUSTOMERS = 200;
/** Six accounts a customer: three pages. */
export const PAGE_SIZE = 2;
/** What the nodes send at once unless told otherwise. */
const BOUND = 20;
export const connections = (_, ask) =>
	ask('connections', { count: CUSTOMERS, key: CONNECTION_KEY });

const pages = (url, parameters = {}) => ({
	url: `${url}/api/fdx/5/accounts`,
	sendQuery: true,
	queryParameters: {
		parameters: [
			{ name: 'resultType', value: 'details' },
			{ name: 'limit', value: String(PAGE_SIZE) },
		],
	},
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

const targets = [
	{ what: 'times as fast (no slower)', atLeast: { 0: 1, 50: 1 }, of: 'ratio' },
	{ what: 'requests in flight', atMost: BOUND, of: 'maxInFlight' },
	{ what: "of the peer's CPU per request", atMost: 0.5, of: 'cpuRatio' },
];

/** The accounts of one connected customer, asked for by each of 200 items, three pages each. */
export const repeatedAccounts = {
	id: 'accounts of 200 items',
	world: 'accounts',
	items: () => Array.from({ length: CUSTOMERS }, (_, row) => ({ row })),
	peer: ({ url, credentials }) => httpRequest(pages(url), credentials.genericRecipient),
	ours: ({ credentials }) =>
		allAccounts(credentials.recipient, { authentication: 'connectedAccount' }),
	rows: 1_200,
	peerRows: 600,
	targets,
};

/**
 * The accounts of 200 customers. The HTTP Request node gets each customer's bearer ready-made from
 * the item: its OAuth2 credential holds one customer only, and it renews nothing.
 */
export const customersAccounts = {
	id: 'accounts of 200 connections',
	world: 'accounts',
	items: connections,
	peer: ({ url }) =>
		httpRequest(
			pages(url, {
				sendHeaders: true,
				headerParameters: {
					parameters: [{ name: 'Authorization', value: '=Bearer {{ $json.bearer }}' }],
				},
			}),
		),
	ours: ({ credentials }) => allAccounts(credentials.app, ofCustomers),
	rows: 1_200,
	peerRows: 600,
	targets,
};
