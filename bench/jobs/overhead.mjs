import { bareLoop } from '../lib/nodes.mjs';
import { allAccounts, connections, ofCustomers, PAGE_SIZE } from './getAccounts.mjs';

const ITEMS = 200;

/** The rows as they come, as the loop puts them out: what the node makes of them is no matter of the client. */
const asTheyCome = { simplify: false };
const inFull = { fullNumbers: true };

const query = { resultType: 'details', limit: PAGE_SIZE };

const againstLoop = {
	world: 'accounts',
	peerName: 'bare loop',
	rows: 1_200,
	targets: [{ what: 'of the time', atMost: 1.1, of: 'timeShare' }],
};

/** What the client costs where n8n signs: the same 600 requests by a loop, as many at once. */
export const overheadSigned = {
	...againstLoop,
	id: 'client against a bare loop, n8n signs',
	items: () => Array.from({ length: ITEMS }, () => ({ query })),
	peer: ({ url, credentials }) => bareLoop(url, credentials.recipient),
	ours: ({ credentials }) =>
		allAccounts(
			credentials.recipient,
			{ authentication: 'connectedAccount', ...asTheyCome },
			inFull,
		),
};

/** The same with a bearer in hand, which leaves out what n8n's signing costs. */
export const overheadInHand = {
	...againstLoop,
	id: 'client against a bare loop, bearer in hand',
	items: async (world, ask) =>
		(await connections(world, ask)).map((connection) => ({ ...connection, query })),
	peer: ({ url }) => bareLoop(url),
	ours: ({ credentials }) =>
		allAccounts(credentials.app, { ...ofCustomers, ...asTheyCome }, inFull),
};
