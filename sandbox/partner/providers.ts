import type { FastifyInstance } from 'fastify';

import { anyClient, partnerOnly, recipientOnly } from '../http/bearer';
import { paramOf, queryOf } from '../http/input';
import type { Provider } from '../store/types';
import type { World } from '../world';
import { activeProviders, providersWithStatus } from './active-providers';
import { inventoryOf } from './inventory';
import { withNulls } from './nulls';
import { unknownId } from './unknown-id';

/** I1, I2, A3 and A4. I1 and A3 are one path: the token decides which is meant. */
export function providerRoutes(app: FastifyInstance, world: World): void {
	const short = ({ provider_id, name, country, scopes }: Provider): object =>
		withNulls({ provider_id, name, country, scopes }, world.settings);

	app.get('/api/v1/providers', (request) => {
		const token = anyClient(world, request);
		if (token.kind === 'partner') return [...world.store.providers.values()].map(short);
		const { clientId } = recipientOnly(world, request);
		return activeProviders(world, clientId, queryOf(request).country).map(short);
	});

	app.get('/api/v1/providers/:provider_id', (request) => {
		partnerOnly(world, request);
		const id = paramOf(request, 'provider_id');
		const provider = /^\d+$/.test(id) ? world.store.providers.get(Number(id)) : undefined;
		if (!provider) throw unknownId(world);
		const { provider_id, name, country, provider_url, scopes } = provider;
		const data_inventory = withNulls(inventoryOf(provider), world.settings);
		const details = { provider_id, name, country, provider_url, scopes, data_inventory };
		return withNulls(details, world.settings);
	});

	app.get('/api/v2/providers', (request) => {
		const { clientId } = recipientOnly(world, request);
		return providersWithStatus(world, clientId, queryOf(request));
	});
}
