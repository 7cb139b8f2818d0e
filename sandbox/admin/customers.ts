import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { addTransaction, connect, revoke } from '../people/customers';
import { DEMO } from '../seed/demo';
import type { World } from '../world';
import { orRefuse, readOrRefuse } from './read';

const providerId = z.union([z.string(), z.number()]).optional();
const customer = z.string().optional();

const whom = z.object({ recipientId: z.string().optional(), providerId, customer });
const wish = whom.extend({ scopes: z.array(z.string()).optional() });
const movement = z.object({
	providerId,
	customer,
	accountId: z.string().optional(),
	description: z.string().optional(),
	amount: z.number().optional(),
});

/** What customers do: consent, withdraw consent, spend money. */
export function customerAdminRoutes(app: FastifyInstance, world: World): void {
	app.post('/sandbox/connect', (request) =>
		orRefuse(() => {
			const { recipientId = DEMO.recipientId, ...rest } = readOrRefuse(wish, request.body);
			return connect(world, { recipientId, ...rest });
		}),
	);
	app.get('/sandbox/connections', () =>
		world.store.connections.all().map(({ refreshToken: _secret, ...shown }) => shown),
	);
	app.post('/sandbox/connections/revoke', (request) =>
		orRefuse(() => ({ revoked: revoke(world, readOrRefuse(whom, request.body)) })),
	);
	app.post('/sandbox/transactions', (request) =>
		orRefuse(() => ({
			transactionId: addTransaction(world, readOrRefuse(movement, request.body)),
		})),
	);
}
