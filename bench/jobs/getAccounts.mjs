import { CONNECTION_KEY } from '../lib/credentials.mjs';
import { alongCursor, httpRequest, ourNode } from '../lib/nodes.mjs';

const CUSTOMERS = 200;
/** Six accounts a customer: three pages. */
const PAGE_SIZE = 2;

const pages = (url, parameters = {}, options = {}) => ({
	url: `${url}/api/fdx/5/accounts`,
	sendQuery: true,
	queryParameters: {
		parameters: [
			{ name: 'resultType', value: 'details' },
			{ name: 'limit', value: String(PAGE_SIZE) },
		],
	},
	...parameters,
	options: { ...alongCursor, ...options },
});

const accounts = (authentication, credentials) =>
	ourNode(
		'flinksGetAccounts',
		{
			authentication,
			...(authentication === 'customerConnection' ? { connectionField: 'connection' } : {}),
			operation: 'getAll',
			accountsFrom: 'all',
			resultType: 'details',
			returnAll: true,
			simplify: true,
			options: { pageSize: PAGE_SIZE },
		},
		credentials,
	);

const targets = [
	{ what: 'times as fast (no slower)', atLeast: { 0: 1, 50: 1 }, of: 'ratio' },
	{ what: 'in flight at most', atMost: 10, of: 'maxInFlight' },
	{ what: "of the peer's CPU", atMost: 0.5, of: 'cpuRatio' },
];

/** The accounts of one connected customer, asked for by each of 200 items, three pages each. */
export const repeatedAccounts = {
	id: 'accounts of 200 items',
	world: 'accounts',
	items: () => Array.from({ length: CUSTOMERS }, (_, i) => ({ row: i })),
	peer: ({ url, credentials }) => httpRequest(pages(url), credentials.genericRecipient),
	ours: ({ credentials }) => accounts('connectedAccount', credentials.recipient),
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
	items: (_, ask) => ask('connections', { count: CUSTOMERS, key: CONNECTION_KEY }),
	peer: ({ url }) =>
		httpRequest(
			pages(url, {
				sendHeaders: true,
				headerParameters: {
					parameters: [{ name: 'Authorization', value: '=Bearer {{ $json.bearer }}' }],
				},
			}),
		),
	ours: ({ credentials }) => accounts('customerConnection', credentials.app),
	rows: 1_200,
	peerRows: 600,
	targets,
};
