import type { FastifyInstance } from 'fastify';

import { queryOf, textOf } from '../http/input';
import { sendPage } from '../oauth/authorize';
import { DEMO } from '../seed/demo';
import { statusAt } from '../store/registrations';
import type { RegistrationStatus } from '../store/types';
import { DAY_MS } from '../timestamps';
import type { World } from '../world';

const SHOWN = 40;

/** What the page says after one of its buttons. */
const DONE: Readonly<Record<string, string>> = {
	approve: 'one registration is approved',
	activate: 'one registration is active',
};

/** The page at `/`: who is registered where, who is connected, what was asked last. */
export function homeRoutes(app: FastifyInstance, world: World): void {
	app.get('/', (request, reply) => {
		const changed = DONE[textOf(queryOf(request), 'done') ?? ''];
		return sendPage(reply, 'home', { ...homePage(world), changed });
	});
}

function homePage(world: World): object {
	const { store, log, clock } = world;
	const now = clock.now();
	const recipients = [...store.recipients.values()];
	const registrations = registrationTable(world, now);
	return {
		now: new Date(now).toISOString(),
		origin: world.origin(),
		demo: DEMO,
		recipients: recipients.slice(0, SHOWN),
		recipientCount: recipients.length,
		providerCount: store.providers.size,
		...registrations,
		connections: store.connections
			.all()
			.slice(-SHOWN)
			.reverse()
			.map((one) => ({
				...one,
				recipient: store.recipients.get(one.clientId)?.name ?? one.clientId,
				provider: store.providers.get(one.providerId)?.name ?? one.providerId,
				since: new Date(one.connectedAt).toISOString().slice(0, 19),
			})),
		requests: log.entries
			.slice(-SHOWN)
			.reverse()
			.map((entry) => ({ ...entry, time: new Date(entry.at).toISOString().slice(11, 23) })),
	};
}

/** Waiting ones first, as those are what somebody has to act on. */
function registrationTable(world: World, now: number): object {
	const counts: Record<RegistrationStatus, number> = {
		PENDING_APPROVAL: 0,
		PENDING_ACTIVATION: 0,
		ACTIVE: 0,
	};
	const rows = world.store.registrations.all().map((row) => {
		const status = statusAt(row, now, world.settings.registrationProgress);
		counts[status] += 1;
		return { row, status };
	});
	const waiting = rows.filter(({ status }) => status !== 'ACTIVE');
	const active = rows.filter(({ status }) => status === 'ACTIVE');
	const registrations = [...waiting, ...active].slice(0, SHOWN).map(({ row, status }) => ({
		recipient: row.recipient,
		provider: row.provider,
		status,
		suspended: row.suspended,
		days: Math.floor((now - row.requestedAt) / DAY_MS),
	}));
	return { registrations, counts, registrationCount: rows.length };
}
