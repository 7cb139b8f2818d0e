import { httpRequest, ourNode } from '../lib/nodes.mjs';

const REQUESTS = '/api/v1/recipients/providers/requests';

/** Request 1,000 registrations: 20 recipients with 50 providers, one item for each pair. */
export const requestPairs = {
	id: 'request 1,000 pairs',
	world: 'pairs',
	items: ({ recipientIds, providerIds }) =>
		recipientIds.flatMap((recipientId) =>
			providerIds.map((providerId) => ({ recipientId, providerId })),
		),
	peer: ({ url, credentials }) =>
		httpRequest(
			{
				method: 'POST',
				url: `=${url}${REQUESTS}/{{ $json.recipientId }}/{{ $json.providerId }}`,
			},
			credentials.genericPartner,
		),
	ours: ({ credentials }) =>
		ourNode(
			'flinksRequestRegistrations',
			{
				authentication: 'oAuth2',
				recipientsFrom: 'field',
				recipientField: 'recipientId',
				providersFrom: 'field',
				providerField: 'providerId',
				skipExisting: true,
				options: {},
			},
			credentials.partner,
		),
	rows: 1_000,
	targets: [
		{
			what: 'requests, the check before and the proof after included',
			atMost: 10,
			of: 'oursRequests',
		},
		{ what: 'times faster', atLeast: { 0: 30, 50: 12 }, of: 'ratio' },
	],
};
