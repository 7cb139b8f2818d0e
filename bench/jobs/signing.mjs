import { bareLoop, httpRequest } from '../lib/nodes.mjs';
import { halfTheCpu } from './targets.mjs';
import { accountData, transactionPages } from './transactions.mjs';

const DAYS = 30;
const REQUESTS = 600;
/** 18 transactions of the first account, and 6 of each of the other 197. */
const ROWS = 1_200;

const connectedAccount = { authentication: 'connectedAccount' };

/** 198 accounts of one connected customer: 600 requests, none like another, each signed by n8n. */
const manyPages = {
	world: 'pages',
	settings: { pageSize: { default: 2, max: 100 } },
	items: ({ accountIds, url }) =>
		accountIds.map((accountId) => ({
			accountId,
			url: `${url}/api/fdx/5/accounts/${accountId}/transactions`,
		})),
	rows: ROWS,
};

const ours = (more) => (world) =>
	accountData(world.credentials.recipient, {
		...connectedAccount,
		period: 'lastDays',
		lastDays: DAYS,
		...more,
	});

/** What signing by n8n leaves: the HTTP Request node's credential has no expression in it. */
export const signedRequests = {
	...manyPages,
	id: '600 requests on a connected account',
	chart: true,
	latencies: [0, 50],
	peer: ({ url, credentials }) =>
		httpRequest(transactionPages(url, DAYS), credentials.genericRecipient),
	ours: ours(),
	peerRows: REQUESTS,
	targets: [halfTheCpu],
};

/** The rows as they come, as the loop puts them out, and as many requests at once as it sends. */
export const asTheLoop = { simplify: false, options: { fullNumbers: true, requestsAtOnce: 20 } };

/** What the client costs where n8n signs. */
export const overheadSigned = {
	...manyPages,
	id: 'client against a bare loop, n8n signs',
	peerName: 'bare loop',
	latencies: [0, 50],
	peer: ({ url, credentials }) => bareLoop(url, credentials.loop),
	ours: ours(asTheLoop),
	targets: [{ what: 'of the time', atMost: 1.1, of: 'timeShare' }],
};

/** The least that signing by n8n costs: a loop, with the credential that has no expressions. */
export const signingFloor = {
	...manyPages,
	id: 'bare loop without expressions against HTTP Request',
	peer: ({ url, credentials }) =>
		httpRequest(transactionPages(url, DAYS), credentials.genericRecipient),
	ours: ({ url, credentials }) => bareLoop(url, credentials.plainLoop),
	peerRows: REQUESTS,
	/** A yardstick, not a promise. */
	targets: [],
};

/** The same with our credential, field by field: what no client of ours can be below. */
export const signingFloorOurs = {
	...signingFloor,
	id: 'bare loop with our credential against HTTP Request',
	ours: ({ url, credentials }) => bareLoop(url, credentials.loop),
};
