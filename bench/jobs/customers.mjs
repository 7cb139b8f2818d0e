import { bearerOfItem, httpRequest } from '../lib/nodes.mjs';
import { allAccounts, connections, ofCustomers } from './getAccounts.mjs';
import { noSlower } from './targets.mjs';

/** One page for each customer, who has one account. */
const onePage = (count, options = {}) => ({
	world: 'many',
	items: async (world) => {
		const items = await connections(world, count);
		// Each side gets what it needs: n8n takes 16 MB at most.
		return {
			peer: items.map(({ bearer }) => ({ bearer })),
			ours: items.map(({ connection }) => ({ connection })),
		};
	},
	peer: ({ url }) =>
		httpRequest({ url: `${url}/api/fdx/5/accounts?resultType=details`, ...bearerOfItem }),
	ours: ({ credentials }) =>
		allAccounts(credentials.app, ofCustomers, { pageSize: 100, ...options }),
	rows: count,
	customers: count,
});

/** A server that is far away and bears everything at once, as the HTTP Request node sends it. */
export const farCustomers = {
	...onePage(1_000),
	id: '1,000 customers, far away',
	latencies: [300, 1_000],
	times: 2,
	first: true,
	targets: [noSlower],
};

const PER_SECOND = 20;
const ALLOWED = 200;

/**
 * A server that takes 20 requests a second and answers 429 to the rest. The HTTP Request node is told so (its
 * batching); our node is told nothing.
 */
export const allowedRate = {
	...onePage(ALLOWED),
	id: '200 customers, 20 a second allowed',
	peer: ({ url }) =>
		httpRequest({
			url: `${url}/api/fdx/5/accounts?resultType=details`,
			...bearerOfItem,
			options: { batching: { batch: { batchSize: PER_SECOND, batchInterval: 1_000 } } },
		}),
	settings: { throttle: { requests: PER_SECOND, windowMs: 1_000 }, retryAfterS: 1 },
	mayRefuse: true,
	/** The first 20 at once, and then 20 with each second. */
	idealMs: (ALLOWED / PER_SECOND - 1) * 1_000,
	times: 2,
	first: true,
	targets: [{ what: 'of the ideal time', atMost: 1.15, of: 'idealShare' }],
};

const SLOW = 10;
const SLOW_MS = 5_000;

/** Ten customers whose bank takes 5 s among 290 whose bank does not. */
export const slowNeighbours = {
	...onePage(300),
	id: '300 customers, 10 of them slow',
	latencies: [50],
	faults: Array.from({ length: SLOW }, (_, i) => ({
		on: 'F2',
		customer: `customer-${i * 30 + 1}`,
		delayMs: SLOW_MS,
	})),
	idealMs: SLOW_MS + 50,
	warm: false,
	times: 2,
	first: true,
	targets: [{ what: 'of the ideal time', atMost: 1.3, of: 'idealShare' }],
};

/**
 * A night's work: ten thousand customers in one run. The HTTP Request node is told to send 200 a second: n8n ended
 * its run with an error when it sent them all at once.
 */
export const tenThousand = {
	...onePage(10_000),
	id: '10,000 connections',
	peer: ({ url }) =>
		httpRequest({
			url: `${url}/api/fdx/5/accounts?resultType=details`,
			...bearerOfItem,
			options: { batching: { batch: { batchSize: 500, batchInterval: 2_500 } } },
		}),
	peerDoesLess: true,
	warm: false,
	times: 1,
	memory: true,
	targets: [
		{ what: 'MB of memory above idle', atMost: 300, of: 'oursGrownMB' },
		{ what: 'requests for each customer', atMost: 1, of: 'requestsPerCustomer' },
	],
};
