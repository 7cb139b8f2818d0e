import { randomBytes } from 'node:crypto';

import type { FastifyInstance } from 'fastify';

import { CANARIES } from '../canaries';
import { partnerOnly } from '../http/bearer';
import { bodyOf, paramOf } from '../http/input';
import type { Recipient } from '../store/types';
import type { World } from '../world';
import { readNewRecipient, readRedirectUris } from './recipient-input';
import { unknownId } from './unknown-id';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';

function newClientId(): string {
	return `dc-${Array.from(randomBytes(25), (byte) => ALPHABET[byte % ALPHABET.length]).join('')}`;
}

function newSecret(): string {
	return `${CANARIES.clientSecret}${randomBytes(18).toString('base64url')}`;
}

/** R1 to R3, I3 and I4: the partner's data recipients. */
export function recipientRoutes(app: FastifyInstance, world: World): void {
	const find = (clientId: string): Recipient => {
		const recipient = world.store.recipients.get(clientId);
		if (!recipient) throw unknownId(world);
		return recipient;
	};

	app.post('/api/v1/recipients', (request, reply) => {
		partnerOnly(world, request);
		const recipient: Recipient = {
			client_id: newClientId(),
			client_secret: newSecret(),
			...readNewRecipient(bodyOf(request), world.settings.defaultCountry),
		};
		world.store.recipients.set(recipient.client_id, recipient);
		const { client_id, client_secret } = recipient;
		return reply
			.code(world.settings.createRecipientStatus)
			.send({ client_id, client_secret, ...details(recipient) });
	});

	app.put('/api/v1/recipients/:client_id', (request) => {
		partnerOnly(world, request);
		const recipient = find(paramOf(request, 'client_id'));
		recipient.redirect_uris = readRedirectUris(bodyOf(request).redirect_uris);
		return details(recipient);
	});

	app.post('/api/v1/recipients/:client_id/secret', (request) => {
		partnerOnly(world, request);
		const recipient = find(paramOf(request, 'client_id'));
		recipient.client_secret = newSecret();
		return { client_id: recipient.client_id, client_secret: recipient.client_secret };
	});

	app.get('/api/v1/recipients', (request) => {
		partnerOnly(world, request);
		return [...world.store.recipients.values()].map(summary);
	});

	app.get('/api/v1/recipients/:client_id', (request) => {
		partnerOnly(world, request);
		return details(find(paramOf(request, 'client_id')));
	});
}

function summary(recipient: Recipient): object {
	const { client_id, name, logo_uri, description, terms_uri, client_uri, country, contacts } =
		recipient;
	return { client_id, name, logo_uri, description, terms_uri, client_uri, country, contacts };
}

function details(recipient: Recipient): object {
	return {
		...summary(recipient),
		scope: recipient.scopes.join(' '),
		redirect_uris: recipient.redirect_uris,
	};
}
