import { httpRequest, registrations } from '../lib/nodes.mjs';
import { growsLinearly, noLongPause } from './targets.mjs';

/** Items that name 200 recipients in turn, each of which has five registrations. */
const naming =
	(count) =>
	({ recipientIds }) =>
		Array.from({ length: count }, (_, i) => ({
			recipientId: recipientIds[i % recipientIds.length],
		}));

const peer = ({ url, credentials }) =>
	httpRequest(
		{ url: `=${url}/api/v1/recipients/{{ $json.recipientId }}/providers/requests` },
		credentials.genericPartner,
	);

const ours = ({ credentials }) =>
	registrations(
		{
			operation: 'list',
			recipientsFrom: 'field',
			recipientField: 'recipientId',
			returnAll: true,
		},
		credentials,
	);

export const checkStatus = {
	id: 'status of 1,000 items',
	world: 'status',
	chart: true,
	latencies: [0, 50],
	items: naming(1_000),
	peer,
	ours,
	rows: 5_000,
	targets: [
		{ what: 'requests', atMost: 2, of: 'oursRequests' },
		{ what: 'times faster', atLeast: { 0: 30, 50: 20 }, of: 'ratio' },
	],
};

/** So many items, each with five rows. */
export const statusOf = (count) => ({
	world: 'status',
	items: naming(count),
	ours,
	rows: count * 5,
});

const size = (count, withPeer) => ({
	...statusOf(count),
	size: count,
	...(withPeer ? { peer } : {}),
});

/** The HTTP Request node would take minutes for more than a thousand. */
export const growingStatus = {
	id: 'status of more and more items',
	sizes: [size(100, true), size(1_000, true), size(10_000), size(100_000)],
	times: 1,
	targets: growsLinearly,
};

/** 10,000 items look once whether their registration is ACTIVE; the HTTP Request node fetches the list. */
export const waitingItems = {
	id: 'wait until active, 10,000 items',
	world: 'status',
	items: (world) => {
		const [providerId] = world.providerIds;
		return { peer: [{}], ours: naming(10_000)(world).map((item) => ({ ...item, providerId })) };
	},
	peer: ({ url, credentials }) =>
		httpRequest({ url: `${url}/api/v1/recipients/providers/requests` }, credentials.genericPartner),
	ours: ({ credentials }) => ({
		...registrations(
			{
				operation: 'waitUntilActive',
				recipientsFrom: 'field',
				recipientField: 'recipientId',
				providersFrom: 'field',
				providerField: 'providerId',
				waitMinutes: 0,
			},
			credentials,
		),
		// Those that are not ACTIVE come out as error items.
		onError: 'continueRegularOutput',
	}),
	peerDoesLess: true,
	rows: 10_000,
	peerRows: 1_000,
	targets: [{ what: 'requests', atMost: 2, of: 'oursRequests' }, ...noLongPause],
};
