import type { FastifyInstance } from 'fastify';

import { partnerOnly } from '../http/bearer';
import { paramOf } from '../http/input';
import { partnerRefusal } from '../http/refusals';
import { statusAt } from '../store/registrations';
import type { Registration } from '../store/types';
import type { World } from '../world';
import { unknownId } from './unknown-id';

const REQUESTS = '/api/v1/recipients/providers/requests';

/** G1 to G3: ask for registrations, and see where they stand. */
export function registrationRoutes(app: FastifyInstance, world: World): void {
	app.post(`${REQUESTS}/:recipient_ids/:provider_ids`, (request, reply) => {
		partnerOnly(world, request);
		const rows = requestAll(
			world,
			paramOf(request, 'recipient_ids'),
			paramOf(request, 'provider_ids'),
		);
		const { registrationSuccess, registrationBody } = world.settings;
		reply.code(registrationSuccess);
		if (registrationSuccess === 204 || registrationBody === 'empty') return reply.send();
		return reply.send(rowsOf(world, rows));
	});

	app.get(REQUESTS, (request) => {
		partnerOnly(world, request);
		return rowsOf(world, world.store.registrations.all());
	});

	app.get('/api/v1/recipients/:client_id/providers/requests', (request) => {
		partnerOnly(world, request);
		const clientId = paramOf(request, 'client_id');
		if (!world.store.recipients.has(clientId)) throw unknownId(world);
		return rowsOf(world, world.store.registrations.of(clientId));
	});
}

/** All or nothing: one unknown id, and no pair is requested. */
function requestAll(world: World, recipientIds: string, providerIds: string): Registration[] {
	const { recipients, providers, registrations } = world.store;
	const chosen = recipientIds.split(',').map((id) => recipients.get(id));
	const offered = providerIds
		.split(',')
		.map((id) => (/^\d+$/.test(id) ? providers.get(Number(id)) : undefined));
	if (chosen.includes(undefined) || offered.includes(undefined)) {
		throw partnerRefusal(400, 'Invalid request parameters');
	}
	const now = world.clock.now();
	const rows = new Set<Registration>();
	for (const recipient of new Set(chosen)) {
		for (const provider of new Set(offered)) {
			if (recipient && provider) rows.add(registrations.request(recipient, provider, now));
		}
	}
	return [...rows];
}

function rowsOf(world: World, rows: readonly Registration[]): object[] {
	const now = world.clock.now();
	const { registrationProgress, oddStatus } = world.settings;
	return rows.map((row, index) => ({
		client_id: row.recipient.client_id,
		client_name: row.recipient.name,
		provider_id: row.provider.provider_id,
		provider_name: row.provider.name,
		country: row.provider.country,
		...(oddStatus && (index + 1) % oddStatus.every === 0
			? oddOne(oddStatus)
			: { registration_status: statusAt(row, now, registrationProgress) }),
		requested_on: row.requestedOn,
	}));
}

/** Without a value the row has no status at all. */
function oddOne({ value }: { readonly value?: string | null | undefined }): object {
	return value === undefined ? {} : { registration_status: value };
}
