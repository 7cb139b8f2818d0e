import type { Connection } from '../../outbound/connections/connection';
import { sealConnection } from '../../outbound/connections/seal';
import type { Sandbox } from '../../sandbox';
import { DEMO } from '../../sandbox/seed/demo';
import { sealingAt } from './sealing';

interface Order {
	readonly customer: string;
	readonly key: string;
	/** Where the connection is used, if not at the sandbox itself. */
	readonly url?: string;
	/** Without one the customer's name. */
	readonly reference?: string;
}

/**
 * The sealed connection of a customer who gives consent now, which ends an older one of theirs. It holds
 * no access token, as on any later day.
 */
export function newConnection(
	sandbox: Sandbox,
	{ customer, key, url = sandbox.url, reference = customer }: Order,
): string {
	const { refreshToken } = sandbox.connect({ recipientId: DEMO.recipientId, customer });
	const connection: Connection = {
		connectionId: `id-of-${customer}`,
		requestedProviderId: String(DEMO.providerId),
		refreshToken,
		reference,
		connectedAt: '2026-01-01T00:00:00.000Z',
	};
	return sealConnection(connection, sealingAt(url, key));
}
