import type { FastifyInstance } from 'fastify';

import { advance } from '../people/staff';
import { bodyOf, textOf, type Fields } from '../http/input';
import { partnerRefusal } from '../http/refusals';
import { statusAt } from '../store/registrations';
import type { Registration } from '../store/types';
import type { World } from '../world';

/** Approve, activate, suspend: one pair, a recipient's, or all. The page's buttons come here as well. */
export function registrationAdminRoutes(app: FastifyInstance, world: World): void {
	const change = (path: string, apply: (row: Registration) => void): void => {
		app.post(`/sandbox/registrations/${path}`, (request, reply) => {
			const rows = chosen(world, bodyOf(request));
			rows.forEach(apply);
			const fromPage = request.headers['content-type']?.includes('form-urlencoded');
			return fromPage
				? reply.redirect(`/?done=${path}#registrations`, 303)
				: reply.send({ changed: rows.length });
		});
	};
	change('approve', (row) => advance(world, row, 'approve'));
	change('activate', (row) => advance(world, row, 'activate'));
	change('suspend', (row) => {
		row.suspended = true;
	});
	change('resume', (row) => {
		row.suspended = false;
	});

	app.get('/sandbox/registrations', () => {
		const now = world.clock.now();
		return world.store.registrations.all().map((row) => ({
			client_id: row.recipient.client_id,
			provider_id: row.provider.provider_id,
			status: statusAt(row, now, world.settings.registrationProgress),
			suspended: row.suspended,
			timesRequested: row.timesRequested,
		}));
	});
}

function chosen(world: World, body: Fields): Registration[] {
	const { registrations } = world.store;
	const clientId = textOf(body, 'client_id') ?? textOf(body, 'recipientId');
	const providerId = body.provider_id ?? body.providerId;
	if (clientId === undefined) {
		if (body.all === true || body.all === 'true') return registrations.all();
		throw partnerRefusal(400, 'Send client_id, or client_id and provider_id, or {"all": true}');
	}
	if (providerId === undefined) return registrations.of(clientId);
	const row = registrations.get(clientId, Number(providerId));
	if (!row) throw partnerRefusal(404, 'Nobody requested this registration');
	return [row];
}
