import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { addTransaction, connect, revoke } from '../hands';
import { partnerRefusal } from '../http/refusals';
import { DEMO } from '../seed/demo';
import type { World } from '../world';

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
			const { recipientId = DEMO.recipientId, ...rest } = wish.parse(request.body ?? {});
			return connect(world, { recipientId, ...rest });
		}),
	);
	app.get('/sandbox/connections', () =>
		world.store.connections.all().map(({ refreshToken: _secret, ...shown }) => shown),
	);
	app.post('/sandbox/connections/revoke', (request) =>
		orRefuse(() => ({ revoked: revoke(world, whom.parse(request.body ?? {})) })),
	);
	app.post('/sandbox/transactions', (request) =>
		orRefuse(() => ({
			transactionId: addTransaction(world, movement.parse(request.body ?? {})),
		})),
	);
}

function orRefuse(act: () => object): object {
	try {
		return act();
	} catch (error) {
		if (error instanceof RangeError) throw partnerRefusal(400, error.message);
		if (!(error instanceof z.ZodError)) throw error;
		const problems = error.issues.map(({ path, message }) => [...path, message].join(': '));
		throw partnerRefusal(400, problems.join('; '));
	}
}
