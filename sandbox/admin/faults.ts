import type { FastifyInstance } from 'fastify';

import { faultSchema } from '../faults/fault';
import { paramOf } from '../http/input';
import { partnerRefusal } from '../http/refusals';
import type { World } from '../world';
import { readOrRefuse } from './read';

/** What goes wrong on purpose, and what came to the other host. */
export function faultAdminRoutes(app: FastifyInstance, world: World): void {
	app.get('/sandbox/faults', () => world.faults.all());
	app.post('/sandbox/faults', (request) =>
		world.faults.add(readOrRefuse(faultSchema, request.body)),
	);
	app.delete('/sandbox/faults', () => {
		world.faults.clear();
		return { removed: true };
	});
	app.delete('/sandbox/faults/:id', (request) => {
		if (!world.faults.remove(Number(paramOf(request, 'id')))) {
			throw partnerRefusal(404, 'There is no such fault');
		}
		return { removed: true };
	});

	app.get('/sandbox/elsewhere', () => ({
		url: world.elsewhere.url,
		visits: world.elsewhere.visits,
	}));
}
