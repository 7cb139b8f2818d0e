import type { FastifyInstance, FastifyRequest } from 'fastify';

import { familyOf } from '../families';
import type { World } from '../world';
import { fieldsOf } from './input';
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
	app.addHook('onRequest', (request, reply, done) => {
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
		reply.raw.once('close', () => {
			if (request.trail.unanswered) note(world, request, 0);
		});
		done();
	});
	app.addHook('onRequestAbort', (request, done) => {
		request.trail.leave();
		done();
	});
	app.addHook('onResponse', (request, reply, done) => {
		if (!request.trail.unanswered) note(world, request, reply.statusCode);
		done();
	});
}

function note(world: World, request: FastifyRequest, status: number): void {
	const { startedAt, leave, met, unanswered: _unanswered, ...told } = request.trail;
	leave();
	const family = familyOf(request.url);
	if (family === 'own' && !told.fault) return;
	const query = Object.entries(fieldsOf(request.query)).filter(([name]) => SHOWN.includes(name));
	world.log.add({
		...told,
		...(met ? { metFault: met.id } : {}),
		method: request.method,
		path: request.url.split('?', 1)[0] ?? '',
		route: documented(request.routeOptions.url),
		family,
		status,
		at: world.clock.now(),
		tookMs: performance.now() - startedAt,
		query: Object.fromEntries(query.map(([name, value]) => [name, String(value)])),
	});
}
