import { FlinksRequestRegistrations } from '../../../nodes/FlinksRequestRegistrations/FlinksRequestRegistrations.node';
import { DEMO, type Sandbox } from '../../../sandbox';
import type { Call } from '../proxy';
import { WRITE } from '../proxy';
import { recipientId } from '../support/recipient';
import type { Pair, Scenario } from './types';
import { idsInPath, indexesOf } from './types';

const pair = (recipient: string, providerId: number): Pair => ({
	recipientId: recipient,
	providerId: String(providerId),
});

/** Two new ones that share a POST, one with a POST of its own (asked for twice), one that exists. */
function ofTwo(sandbox: Sandbox): readonly Pair[] {
	const northwind = recipientId(sandbox, 'Northwind Lending');
	return [
		pair(DEMO.recipientId, 2360),
		pair(northwind, 2370),
		pair(DEMO.recipientId, 2380),
		pair(northwind, 2370),
		pair(DEMO.recipientId, DEMO.providerId),
	];
}

/** More recipients than are asked one by one. */
function ofFour(sandbox: Sandbox): readonly Pair[] {
	const harbour = recipientId(sandbox, 'Harbour Wealth');
	return [
		pair(DEMO.recipientId, 4110),
		pair(recipientId(sandbox, 'Northwind Lending'), 4110),
		pair(harbour, 4120),
		pair(recipientId(sandbox, 'Lone Pine Tax'), 4120),
		pair(harbour, 4013),
	];
}

const needing =
	(pairs: readonly Pair[]) =>
	(call: Call): number[] => {
		if (call.label === 'token' || call.label.startsWith('all registrations')) {
			return indexesOf(pairs, () => true);
		}
		if (call.label !== WRITE) {
			const [asked = ''] = idsInPath(call, 3);
			return indexesOf(pairs, (one) => one.recipientId === asked);
		}
		const [recipients, providers] = [idsInPath(call, 2), idsInPath(call, 1)];
		return indexesOf(
			pairs,
			(one) => recipients.includes(one.recipientId) && providers.includes(one.providerId),
		);
	};

const scenario = (
	name: string,
	pairsIn: (sandbox: Sandbox) => readonly Pair[],
	authentication: 'app' | 'oAuth2',
): Scenario => ({
	node: 'Flinks Request Registrations',
	name,
	create: () => new FlinksRequestRegistrations(),
	...(authentication === 'app' ? { ownTokens: true as const } : { main: true as const }),
	prepare: ({ credentials, sandbox }) => {
		const pairs = pairsIn(sandbox);
		return {
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
		};
	},
});

export const requestRegistrations: readonly Scenario[] = [
	scenario('pairs of two recipients', ofTwo, 'oAuth2'),
	scenario('pairs of four recipients, App credential', ofFour, 'app'),
];
