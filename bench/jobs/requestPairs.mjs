import { httpRequest, ourNode } from '../lib/nodes.mjs';
import { growsLinearly } from './targets.mjs';

const REQUESTS = '/api/v1/recipients/providers/requests';

/** One item for each pair, as many as are wanted of all there are. */
const pairs =
	(count) =>
	({ recipientIds, providerIds }) =>
		recipientIds
			.flatMap((recipientId) => providerIds.map((providerId) => ({ recipientId, providerId })))
			.slice(0, count);

const peer = ({ url, credentials }) =>
	httpRequest(
		{
			method: 'POST',
			url: `=${url}${REQUESTS}/{{ $json.recipientId }}/{{ $json.providerId }}`,
		},
		credentials.genericPartner,
	);

const ours = ({ credentials }) =>
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
	);

/** Request 1,000 registrations: 20 recipients with 50 providers, one item for each pair. */
export const requestPairs = {
	id: 'request 1,000 pairs',
	world: 'pairs',
	chart: true,
	latencies: [0, 50],
	items: pairs(1_000),
	peer,
	ours,
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

/** So many pairs, in a world that has them. */
export const pairsOf = (count, world) => ({
	world,
	items: pairs(count),
	ours,
	rows: count,
});

const size = (count, world, withPeer) => ({
	...pairsOf(count, world),
	size: count,
	...(withPeer ? { peer } : {}),
});

/** The HTTP Request node would take minutes for more than a thousand. */
export const growingPairs = {
	id: 'requesting more and more pairs',
	sizes: [
		size(100, 'pairs', true),
		size(1_000, 'pairs', true),
		size(10_000, 'many pairs'),
		size(100_000, 'most pairs'),
	],
	warm: false,
	times: 1,
	targets: growsLinearly,
};
