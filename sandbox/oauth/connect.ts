import type { Connection, Consent } from '../store/types';
import type { World } from '../world';

/** Turns a consent into a connection; throws where the provider is unknown. */
export function openConnection(world: World, clientId: string, consent: Consent): Connection {
	const customer = world.store.customers.get(consent.providerId, consent.customer);
	if (!customer) throw new RangeError(`There is no provider ${consent.providerId} in this sandbox`);
	return world.store.connections.open(clientId, customer.sub, consent, world.clock.now());
}
