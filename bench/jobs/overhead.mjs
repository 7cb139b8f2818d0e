import { bareLoop } from '../lib/nodes.mjs';
import { allAccounts, connections, ofCustomers, PAGE_SIZE } from './getAccounts.mjs';
import { asTheLoop } from './signing.mjs';

const query = { resultType: 'details', limit: PAGE_SIZE };
const { options, simplify } = asTheLoop;

/** What the client costs with a bearer in hand: the same 600 requests by a loop, as many at once. */
export const overheadInHand = {
	id: 'client against a bare loop, bearer in hand',
	world: 'accounts',
	peerName: 'bare loop',
	latencies: [0, 50],
	items: async (world) =>
		(await connections(world, 200)).map((connection) => ({ ...connection, query })),
	peer: ({ url }) => bareLoop(`${url}/api/fdx/5/accounts`),
	ours: ({ credentials }) => allAccounts(credentials.app, { ...ofCustomers, simplify }, options),
	rows: 1_200,
	targets: [
		{ what: 'of the time', atMost: 1.1, of: 'timeShare' },
		{ what: 'of the CPU', atMost: 1.1, of: 'cpuRatio' },
	],
};
