import type { FastifyInstance } from 'fastify';

import { addTransaction, connect, revoke } from '../hands';
import { bodyOf, fieldsOf, paramOf, queryOf, textOf, type Fields } from '../http/input';
import { partnerRefusal } from '../http/refusals';
import { DEMO } from '../seed/demo';
import { patchSettings } from '../settings';
import type { World } from '../world';
import { registrationAdminRoutes } from './registrations';

const LOG_SHOWN = 1_000;

/** What Flinks does not have: the hands of its staff, of customers and of time. All JSON. */
export function adminRoutes(app: FastifyInstance, world: World): void {
	registrationAdminRoutes(app, world);

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

	app.post('/sandbox/connect', (request) => connectAs(world, bodyOf(request)));
	app.post('/sandbox/transactions', (request) => {
		const body = bodyOf(request);
		const { providerId, customer } = readFilter(body);
		const accountId = textOf(body, 'accountId');
		const description = textOf(body, 'description');
		const amount = typeof body.amount === 'number' ? { amount: body.amount } : {};
		return orRefuse(() => ({
			transactionId: addTransaction(world, {
				...{ ...providerId, ...customer, ...amount },
				...(accountId === undefined ? {} : { accountId }),
				...(description === undefined ? {} : { description }),
			}),
		}));
	});
	app.get('/sandbox/connections', () =>
		world.store.connections.all().map(({ refreshToken: _secret, ...shown }) => shown),
	);
	app.post('/sandbox/connections/revoke', (request) => {
		const { recipientId, providerId, customer } = readFilter(bodyOf(request));
		return { revoked: revoke(world, { ...recipientId, ...providerId, ...customer }) };
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
	app.get('/sandbox/files/:name', (request, reply) => {
		const file = world.store.files.get(paramOf(request, 'name'));
		if (!file) throw partnerRefusal(404, 'Not Found');
		return reply.type('application/pdf').send(file);
	});
}

function clockOf(world: World): object {
	return { now: world.clock.now(), iso: new Date(world.clock.now()).toISOString() };
}

function connectAs(world: World, body: Fields): object {
	const { recipientId, providerId, customer } = readFilter(body);
	const { scopes } = body;
	const named = Array.isArray(scopes) ? scopes.map(String) : undefined;
	return orRefuse(() =>
		connect(world, {
			...{ recipientId: DEMO.recipientId, ...recipientId },
			...{ ...providerId, ...customer },
			...(named ? { scopes: named } : {}),
		}),
	);
}

function orRefuse(act: () => object): object {
	try {
		return act();
	} catch (error) {
		throw partnerRefusal(400, error instanceof RangeError ? error.message : 'That is not possible');
	}
}

type Filter = { [K in 'recipientId' | 'providerId' | 'customer']: { readonly [P in K]?: string } };

/** Names as in `Sandbox.connect`; the API's own names serve as well. */
function readFilter(body: Fields): Filter {
	const fields = fieldsOf(body);
	const recipientId = textOf(fields, 'recipientId') ?? textOf(fields, 'client_id');
	const providerId = fields.providerId ?? fields.provider_id;
	const customer = textOf(fields, 'customer') ?? textOf(fields, 'connection');
	return {
		recipientId: recipientId === undefined ? {} : { recipientId },
		providerId: providerId === undefined ? {} : { providerId: String(providerId) },
		customer: customer === undefined ? {} : { customer },
	};
}
