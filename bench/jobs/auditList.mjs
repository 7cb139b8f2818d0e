import { httpRequest, registrations } from '../lib/nodes.mjs';
import { growsLinearly } from './targets.mjs';

/** One audit of all registrations there are. The HTTP Request node only fetches them. */
const audit = (rows) => ({
	items: () => [{}],
	peer: ({ url, credentials }) =>
		httpRequest({ url: `${url}/api/v1/recipients/providers/requests` }, credentials.genericPartner),
	ours: ({ credentials }) =>
		registrations({ operation: 'audit', recipientsFrom: 'all' }, credentials),
	rows: 1,
	peerRows: rows,
	peerDoesLess: true,
});

export const auditList = {
	...audit(100_000),
	id: 'audit of 100,000 rows',
	world: 'list',
	ofOneAnswer: true,
	memory: true,
	latencies: [0],
	targets: [
		{ what: 'ms', atMost: 3_000, of: 'oursMs' },
		{ what: "times the response's size in memory", atMost: 3, of: 'memoryRatio' },
	],
};

export const growingAudit = {
	id: 'audit of more and more rows',
	sizes: [
		{ ...audit(1_000), size: 1_000, world: 'list of 1,000' },
		{ ...audit(10_000), size: 10_000, world: 'list of 10,000' },
		{ ...audit(100_000), size: 100_000, world: 'list' },
	],
	peerDoesLess: true,
	times: 2,
	targets: growsLinearly,
};
