import { FlinksRequestRegistrations } from '../../../nodes/FlinksRequestRegistrations/FlinksRequestRegistrations.node';
import { DEMO } from '../../../sandbox';
import type { Call } from '../proxy';
import { WRITE } from '../proxy';
import type { Pair, Scenario } from './types';
import { idsInPath, indexesOf } from './types';

const NORTHWIND = 'dc-vmi1utqm47r262y9vukj4f85d';
const HARBOUR = 'dc-kaaigspp335bwxscml7xjql69';
const LONE_PINE = 'dc-atujsjc8ts2ynoxd019z7wm9q';

const pair = (recipientId: string, providerId: number): Pair => ({
	recipientId,
	providerId: String(providerId),
});

/** Two new ones that share a POST, one with a POST of its own (asked for twice), one that exists. */
const OF_TWO: readonly Pair[] = [
	pair(DEMO.recipientId, 2360),
	pair(NORTHWIND, 2370),
	pair(DEMO.recipientId, 2380),
	pair(NORTHWIND, 2370),
	pair(DEMO.recipientId, DEMO.providerId),
];

/** More recipients than are asked one by one. */
const OF_FOUR: readonly Pair[] = [
	pair(DEMO.recipientId, 4110),
	pair(NORTHWIND, 4110),
	pair(HARBOUR, 4120),
	pair(LONE_PINE, 4120),
	pair(HARBOUR, 4013),
];

const needing =
	(pairs: readonly Pair[]) =>
	(call: Call): number[] => {
		if (call.label === 'token' || call.label.startsWith('all registrations')) {
			return indexesOf(pairs, () => true);
		}
		if (call.label !== WRITE) {
			const [recipientId = ''] = idsInPath(call, 3);
			return indexesOf(pairs, (one) => one.recipientId === recipientId);
		}
		const [recipients, providers] = [idsInPath(call, 2), idsInPath(call, 1)];
		return indexesOf(
			pairs,
			(one) => recipients.includes(one.recipientId) && providers.includes(one.providerId),
		);
	};

const scenario = (
	name: string,
	pairs: readonly Pair[],
	authentication: 'app' | 'oAuth2',
): Scenario => ({
	node: 'Flinks Request Registrations',
	name,
	create: () => new FlinksRequestRegistrations(),
	...(authentication === 'app' && { ownTokens: true as const }),
	prepare: ({ credentials }) => ({
		parameters: {
			authentication,
			recipientsFrom: 'field',
			recipientField: 'recipientId',
			providersFrom: 'field',
			providerField: 'providerId',
		},
		credentials: authentication === 'app' ? credentials.app('partner') : credentials.partner(),
		items: pairs.map((one) => ({ ...one })),
		needing: needing(pairs),
		pairs,
	}),
});

export const requestRegistrations: readonly Scenario[] = [
	scenario('pairs of two recipients', OF_TWO, 'oAuth2'),
	scenario('pairs of four recipients, App credential', OF_FOUR, 'app'),
];
