import { bareLoop, ourNode } from '../lib/nodes.mjs';

const REQUESTS = 600;

/** What the client costs: the same 600 requests by a loop over n8n's helper, as many at once. */
export const overhead = {
	id: 'client against a bare loop',
	world: 'accounts',
	peerName: 'bare loop',
	items: ({ accountIds }) =>
		Array.from({ length: REQUESTS }, (_, i) => ({ accountId: accountIds[i % accountIds.length] })),
	peer: ({ credentials }) => bareLoop(credentials.recipient),
	ours: ({ credentials }) =>
		ourNode(
			'flinksGetAccounts',
			{
				authentication: 'connectedAccount',
				operation: 'getAll',
				accountsFrom: 'field',
				accountField: 'accountId',
				resultType: 'details',
				returnAll: true,
				simplify: true,
				options: {},
			},
			credentials.recipient,
		),
	rows: REQUESTS,
	targets: [{ what: 'of the time', atMost: { 0: 1.1, 50: 1.1 }, of: 'timeShare' }],
};
