import { httpRequest, ourNode } from '../lib/nodes.mjs';

/** One audit over 100,000 registrations. The HTTP Request node only fetches them. */
export const auditList = {
	id: 'audit of 100,000 rows',
	world: 'list',
	items: () => [{}],
	peer: ({ url, credentials }) =>
		httpRequest({ url: `${url}/api/v1/recipients/providers/requests` }, credentials.genericPartner),
	ours: ({ credentials }) =>
		ourNode(
			'flinksCheckRegistrationStatus',
			{
				authentication: 'oAuth2',
				operation: 'audit',
				recipientsFrom: 'all',
				filters: {},
				options: {},
			},
			credentials.partner,
		),
	rows: 1,
	peerRows: 100_000,
	peerDoesLess: true,
	targets: [
		{ what: 'ms', atMost: 3_000, of: 'oursMs' },
		{ what: "times the response's size in memory", atMost: 3, of: 'memoryRatio' },
	],
};
