import type { FastifyInstance } from 'fastify';

import { bodyOf, queryOf } from '../http/input';
import { partnerRefusal } from '../http/refusals';
import { DEMO } from '../seed/demo';
import { patchSettings } from '../settings';
import type { World } from '../world';
import { bankAdminRoutes } from './bank';
import { customerAdminRoutes } from './customers';
import { faultAdminRoutes } from './faults';
import { recipientAdminRoutes } from './recipients';
import { registrationAdminRoutes } from './registrations';

const LOG_SHOWN = 1_000;

/** What Flinks does not have: the hands of its staff, of customers and of time. All JSON. */
export function adminRoutes(app: FastifyInstance, world: World): void {
	registrationAdminRoutes(app, world);
	customerAdminRoutes(app, world);
	faultAdminRoutes(app, world);
	bankAdminRoutes(app, world);
	recipientAdminRoutes(app, world);

	app.get('/sandbox/settings', () => world.settings);
	app.patch('/sandbox/settings', (request) => {
		const problems = patchSettings(world.settings, request.body);
		if (problems.length > 0) throw partnerRefusal(400, problems.join('; '));
		return world.settings;
	});

	app.get('/sandbox/clock', () => clockOf(world));
	app.post('/sandbox/clock/advance', (request) => {
		const { ms } = bodyOf(request);
		if (typeof ms !== 'number' || !Number.isFinite(ms)) {
			throw partnerRefusal(400, 'Send {"ms": number}, the milliseconds to move the clock on by');
		}
		world.clock.advance(ms);
		return clockOf(world);
	});

	app.post('/sandbox/tokens/expire', () => {
		world.store.tokens.expireAll(world.clock.now());
		return { expired: true };
	});

	app.post('/sandbox/reset', () => {
		world.reset();
		return { reset: true };
	});

	app.get('/sandbox/log', (request) => {
		const last = Number(queryOf(request).last ?? LOG_SHOWN);
		return world.log.entries.slice(-Math.max(1, last || LOG_SHOWN));
	});
	app.get('/sandbox/log/in-flight', () => world.log.maxInFlight);
	app.delete('/sandbox/log', () => {
		world.log.clear();
		world.log.maxInFlight.reset();
		return { cleared: true };
	});

	app.get('/sandbox/demo', () => DEMO);
}

function clockOf(world: World): object {
	return { now: world.clock.now(), iso: new Date(world.clock.now()).toISOString() };
}
