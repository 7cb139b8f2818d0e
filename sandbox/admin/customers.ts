import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { addTransaction, connect, rename, revoke } from '../people/customers';
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

const part = z.string().optional();
/** A person needs no company and a company no person. */
const naming = whom
	.omit({ recipientId: true })
	.extend({ first: part, middle: part, last: part, suffix: part, prefix: part, company: part });

/** What customers do: consent, withdraw consent, spend money. */
export function customerAdminRoutes(app: FastifyInstance, world: World): void {
	app.post('/sandbox/connect', (request) =>
		orRefuse(() => {
			const { recipientId = DEMO.recipientId, ...rest } = readOrRefuse(wish, request.body);
			return connect(world, { recipientId, ...rest });
		}),
	);
	app.post('/sandbox/customers/name', (request) =>
		orRefuse(() => {
			const { providerId, customer, ...name } = readOrRefuse(naming, request.body);
			rename(world, Number(providerId ?? DEMO.providerId), customer ?? DEMO.customer, name);
			return { renamed: true };
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
