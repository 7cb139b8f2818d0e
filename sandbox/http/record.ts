import type { FastifyInstance } from 'fastify';

import { fieldsOf } from './input';
import type { World } from '../world';
import { familyOf } from './families';
import { documented } from './methods';

/** Query values that tell what was asked for and are no secret. */
const SHOWN = [
	'accountIds',
	'country',
	'endTime',
	'isEnabledForClient',
	'lang',
	'limit',
	'offset',
	'provider_id',
	'resultType',
	'scope',
	'startTime',
];

/** Writes each API request into the log, and counts how many are under way at once. */
export function addRecord(app: FastifyInstance, world: World): void {
	app.decorateRequest('trail');
	app.addHook('onRequest', (request, _reply, done) => {
		const watched = familyOf(request.url) !== 'own';
		const leave = watched ? world.log.enter(documented(request.routeOptions.url)) : () => {};
		let left = false;
		request.trail = {
			startedAt: performance.now(),
			leave: () => {
				if (!left) leave();
				left = true;
			},
		};
		done();
	});
	app.addHook('onRequestAbort', (request, done) => {
		request.trail.leave();
		done();
	});
	app.addHook('onResponse', (request, reply, done) => {
		const { startedAt, leave, ...told } = request.trail;
		leave();
		const family = familyOf(request.url);
		if (family === 'own' && !told.fault) return done();
		const query = Object.entries(fieldsOf(request.query)).filter(([name]) => SHOWN.includes(name));
		world.log.add({
			...told,
			method: request.method,
			path: request.url.split('?', 1)[0] ?? '',
			route: documented(request.routeOptions.url),
			family,
			status: reply.statusCode,
			at: world.clock.now(),
			tookMs: performance.now() - startedAt,
			query: Object.fromEntries(query.map(([name, value]) => [name, String(value)])),
		});
		done();
	});
}
