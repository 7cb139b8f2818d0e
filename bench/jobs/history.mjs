import { httpRequest } from '../lib/nodes.mjs';
import { growsLinearly } from './targets.mjs';
import { accountData, transactionPages } from './transactions.mjs';

/** Longer than any history. */
const DAYS = 20_000;
const PAGE = 500;

/** Every transaction of every account of one connected customer, numbers masked. */
const history = (size, world) => ({
	size,
	world,
	settings: { pageSize: { default: PAGE, max: PAGE } },
	items: ({ accountIds }) => accountIds.map((accountId) => ({ accountId })),
	peer: ({ url, credentials }) =>
		httpRequest(transactionPages(url, DAYS), credentials.genericRecipient),
	ours: ({ credentials }) =>
		accountData(credentials.recipient, {
			authentication: 'connectedAccount',
			period: 'between',
			from: new Date(Date.now() - DAYS * 86_400_000).toISOString().slice(0, 10),
		}),
	rows: (opened) => opened.ask('own transactions'),
	peerRows: (opened) => opened.ask('own pages', { size: PAGE }),
});

export const growingHistory = {
	id: 'more and more transactions',
	sizes: [
		history(1_000, 'history of 1,000'),
		history(10_000, 'history of 10,000'),
		history(100_000, 'history'),
	],
	times: 1,
	targets: [...growsLinearly, { what: "of the peer's memory", atMost: 1.1, of: 'memoryShare' }],
};
