import { randomBytes } from 'node:crypto';

import type { FastifyInstance } from 'fastify';

import { CANARIES } from '../canaries';
import { partnerOnly } from '../http/bearer';
import { bodyOf, paramOf } from '../http/input';
import type { Recipient } from '../store/types';
import type { World } from '../world';
import { readNewRecipient } from './recipient-input';
import { details, hide, isHidden, summary, uncover } from './recipient-views';
import { readRedirectUris } from './redirect-uris';
import { unknownId } from './unknown-id';
import { wrongInput } from './wrong-input';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';

function newClientId(): string {
	return `dc-${Array.from(randomBytes(25), (byte) => ALPHABET[byte % ALPHABET.length]).join('')}`;
}

function newSecret(): string {
	return `${CANARIES.clientSecret}${randomBytes(18).toString('base64url')}`;
}

/** R1 to R3, I3 and I4: the partner's data recipients. */
export function recipientRoutes(app: FastifyInstance, world: World): void {
	const { store, settings, clock } = world;
	const find = (clientId: string): Recipient => {
		const recipient = store.recipients.get(clientId);
		if (!recipient) throw unknownId(world);
		return recipient;
	};

	app.post('/api/v1/recipients', (request, reply) => {
		partnerOnly(world, request);
		const fields = readNewRecipient(bodyOf(request), settings);
		refuseTwice(world, fields.name);
		const recipient: Recipient = {
			client_id: newClientId(),
			client_secret: newSecret(),
			...fields,
		};
		hide(recipient, settings.recipientReadLag);
		store.recipients.set(recipient.client_id, recipient);
		const { client_id, client_secret } = recipient;
		return reply
			.code(settings.createRecipientStatus)
			.send({ client_id, client_secret, ...details(recipient) });
	});

	app.put('/api/v1/recipients/:client_id', (request) => {
		partnerOnly(world, request);
		const recipient = find(paramOf(request, 'client_id'));
		const body = bodyOf(request);
		const others = Object.keys(body).filter((name) => name !== 'redirect_uris');
		if (others.length > 0 && settings.otherFieldsInUpdate === 'refused') {
			throw wrongInput('only redirect_uris can be changed');
		}
		const redirectUris = readRedirectUris(body, settings);
		if (settings.recipientReadLag > 0) {
			recipient.older = { uris: recipient.redirect_uris, reads: settings.recipientReadLag };
		}
		recipient.redirect_uris = redirectUris;
		const answer = details(recipient);
		store.edits.happen(recipient, 'after write');
		return answer;
	});

	app.post('/api/v1/recipients/:client_id/secret', (request) => {
		partnerOnly(world, request);
		const recipient = find(paramOf(request, 'client_id'));
		const until = clock.now() + settings.oldSecretLivesS * 1000;
		recipient.formerSecrets = [
			...(recipient.formerSecrets ?? []),
			{ value: recipient.client_secret, until },
		];
		recipient.client_secret = newSecret();
		return { client_id: recipient.client_id, client_secret: recipient.client_secret };
	});

	app.get('/api/v1/recipients', (request) => {
		partnerOnly(world, request);
		const all = [...store.recipients.values()];
		const shown = all.filter((one) => !isHidden(one)).map(summary);
		all.forEach(uncover);
		return shown;
	});

	app.get('/api/v1/recipients/:client_id', (request) => {
		partnerOnly(world, request);
		const recipient = find(paramOf(request, 'client_id'));
		if (isHidden(recipient)) {
			uncover(recipient);
			throw unknownId(world);
		}
		const { older } = recipient;
		const answer = details(recipient, older?.uris);
		if (older && (older.reads -= 1) <= 0) delete recipient.older;
		store.edits.happen(recipient, 'after read');
		return answer;
	});
}

function refuseTwice({ settings, store }: World, name: string): void {
	if (settings.duplicateNames === 'allowed') return;
	if ([...store.recipients.values()].some((one) => one.name === name)) {
		throw wrongInput('there is a recipient of this name');
	}
}
