import { bearerOfItem, httpRequest } from '../lib/nodes.mjs';
import { collectFrom } from '../lib/workflow.mjs';
import { customersOf, ofCustomers } from './getAccounts.mjs';
import { accountData, transactionPages } from './transactions.mjs';

const CUSTOMERS = 200;
/** Of our outputs, the second. */
const STATES = 1;
/** Two of the first account, one of the second. */
const PAGES = 3;
/** How far the HTTP Request node goes back, which does not know what is new. */
const DAYS = 30;

const changes = ({ credentials }) =>
	accountData(credentials.app, {
		...ofCustomers,
		operation: 'getChanges',
		accountsFrom: 'all',
		syncStateField: 'syncState',
	});

/** Each customer with the state that a first run leaves, the access token gone. */
async function afterOneNight(customers, world, n8n) {
	const awake = customers.map(({ connection }) => ({ connection }));
	const states = await collectFrom(n8n, 'first night', changes(world), STATES, awake);
	return customers.map(({ asleep }, row) => ({
		connection: asleep,
		syncState: states[row]?.syncState,
	}));
}

/**
 * A night on which no bank has anything new: what changed since the last time, for 200 customers with two
 * accounts each, by connections that have slept. The HTTP Request node reads 30 days of each account
 * instead, with bearers and account IDs that another node would have to ask for first.
 */
export const unchangedNight = {
	id: 'a night without changes, 200 customers',
	world: 'night',
	items: async (world, { n8n }) => {
		const customers = await customersOf(world, CUSTOMERS);
		const ours = await afterOneNight(customers, world, n8n);
		const peer = customers.flatMap(({ accountIds, bearer }) =>
			accountIds.map((accountId) => ({ accountId, bearer })),
		);
		return { ours, peer };
	},
	peer: ({ url }) => httpRequest(transactionPages(url, DAYS, bearerOfItem)),
	ours: changes,
	peerDoesLess: true,
	/** What comes out at Sync States: nothing comes out at Changes. */
	output: STATES,
	rows: CUSTOMERS,
	peerRows: CUSTOMERS * PAGES,
	customers: CUSTOMERS,
	warm: false,
	times: 1,
	targets: [
		{
			what: 'requests for each customer: token, accounts, and pages',
			atMost: 2 + PAGES,
			of: 'requestsPerCustomer',
		},
	],
};
