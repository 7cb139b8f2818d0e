import type { INodeParameters } from 'n8n-workflow';

import { FlinksDataProviders } from '../../../nodes/FlinksDataProviders/FlinksDataProviders.node';
import type { Scenario } from './types';
import { idsInPath, indexesOf } from './types';

const node = 'Flinks Data Providers';
const create = () => new FlinksDataProviders();

const list = (name: string, operation: string, client: 'partner' | 'recipient'): Scenario => ({
	node,
	name,
	create,
	ownTokens: true,
	...(client === 'partner' && { main: true as const }),
	prepare: ({ credentials }) => ({
		parameters: { operation, authentication: 'app', returnAll: true },
		credentials: credentials.app(client),
		items: [{}, {}],
	}),
});

const IDS = ['1000', '2000', '1000'];
const SINGLE: INodeParameters = {
	operation: 'getSupported',
	provider: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
};

export const dataProviders: readonly Scenario[] = [
	list('all supported', 'getAllSupported', 'partner'),
	list('for a recipient', 'getAllForRecipient', 'recipient'),
	{
		node,
		name: 'single providers',
		create,
		prepare: ({ credentials }) => ({
			parameters: SINGLE,
			credentials: credentials.partner(),
			items: IDS.map((id) => ({ id })),
			needing: (call) =>
				indexesOf(IDS, (id) => call.label === 'token' || idsInPath(call, 1).includes(id)),
		}),
	},
];
