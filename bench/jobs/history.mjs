import { httpRequest } from '../lib/nodes.mjs';
import { growsLinearly } from './targets.mjs';
import { accountData, transactionPages } from './transactions.mjs';

/** As many as our node asks for with one request, so that both send as many. */
const DAYS = 31;
const PAGE = 50;

/** The transactions of a month of every account of one connected customer, numbers masked. */
const history = (size, world) => ({
	size,
	world,
	memory: size === 100_000,
	settings: { pageSize: { default: PAGE, max: PAGE } },
	items: ({ accountIds }) => accountIds.map((accountId) => ({ accountId })),
	peer: ({ url, credentials }) =>
		httpRequest(transactionPages(url, DAYS), credentials.genericRecipient),
	ours: ({ credentials }) =>
		accountData(credentials.recipient, {
			authentication: 'connectedAccount',
			period: 'lastDays',
			lastDays: DAYS,
		}),
	rows: (opened) => opened.ask('own transactions', { days: DAYS }),
	peerRows: (opened) => opened.ask('own pages', { days: DAYS, size: PAGE }),
});

/** The memory of 100,000 rows, which n8n keeps anyway: ours beside what the HTTP Request node leaves there. */
export const growingHistory = {
	id: 'more and more transactions',
	sizes: [
		history(1_000, '1,000 transactions'),
		history(10_000, '10,000 transactions'),
		history(100_000, '100,000 transactions'),
	],
	warm: false,
	times: 1,
	targets: [...growsLinearly, { what: "of the peer's memory", atMost: 1.1, of: 'memoryShare' }],
};
