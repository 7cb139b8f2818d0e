import { httpRequest, ourNode } from '../lib/nodes.mjs';

const ITEMS = 1_000;

/** The status of 1,000 items that name 200 recipients, each with five registrations. */
export const checkStatus = {
	id: 'status of 1,000 items',
	world: 'status',
	items: ({ recipientIds }) =>
		Array.from({ length: ITEMS }, (_, i) => ({
			recipientId: recipientIds[i % recipientIds.length],
		})),
	peer: ({ url, credentials }) =>
		httpRequest(
			{ url: `=${url}/api/v1/recipients/{{ $json.recipientId }}/providers/requests` },
			credentials.genericPartner,
		),
	ours: ({ credentials }) =>
		ourNode(
			'flinksCheckRegistrationStatus',
			{
				authentication: 'oAuth2',
				operation: 'list',
				recipientsFrom: 'field',
				recipientField: 'recipientId',
				returnAll: true,
				filters: {},
				options: {},
			},
			credentials.partner,
		),
	rows: 5_000,
	targets: [
		{ what: 'requests', atMost: 2, of: 'oursRequests' },
		{ what: 'times faster', atLeast: { 0: 30, 50: 20 }, of: 'ratio' },
	],
};
