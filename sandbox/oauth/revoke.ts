import type { FastifyInstance } from 'fastify';

import { customerOnly } from '../http/bearer';
import { oauthRefusal } from '../http/refusals';
import type { World } from '../world';

/** A5: DELETE /api/v1/revoke ends the connection that the bearer belongs to. */
export function revokeRoutes(app: FastifyInstance, world: World): void {
	app.delete('/api/v1/revoke', (request, reply) => {
		if (!request.headers.authorization) {
			throw oauthRefusal('invalid_request', 'The request is missing the Authorization header');
		}
		world.store.connections.revoke(customerOnly(world, request, 'oauth').connection);
		return reply.code(204).send();
	});
}
