import type { FastifyRequest } from 'fastify';

import { oauthRefusal } from '../http/refusals';
import { bodyOf, textOf, type Fields } from '../http/input';
import type { Recipient } from '../store/types';
import type { World } from '../world';

export type Client =
	| { readonly kind: 'partner'; readonly clientId: string }
	| { readonly kind: 'recipient'; readonly clientId: string; readonly recipient: Recipient };

type Format = 'json' | 'form' | 'basic';

interface Presented {
	readonly format: Format;
	readonly clientId: string | undefined;
	readonly secret: string | undefined;
}

/** Who asks at the token endpoint. Refuses forms that are switched off, then wrong credentials. */
export function authenticate(world: World, request: FastifyRequest): Client {
	const presented = presentedBy(request);
	request.trail.tokenFormat = presented.format;
	if (presented.clientId) request.trail.clientId = presented.clientId;
	refuseFormat(world, presented.format);
	const { clientId, secret } = presented;
	if (!clientId || !secret) {
		throw oauthRefusal('invalid_request', 'The client id and client secret are missing');
	}
	const { partner, recipients } = world.store;
	if (clientId === partner.clientId && secret === partner.clientSecret) {
		return { kind: 'partner', clientId };
	}
	const recipient = recipients.get(clientId);
	if (recipient && isGood(recipient, secret, world.clock.now())) {
		return { kind: 'recipient', clientId, recipient };
	}
	throw oauthRefusal('invalid_client', 'The client id or client secret is wrong');
}

/** The current secret, or one that was replaced and still lives. */
function isGood(
	{ client_secret, formerSecrets = [] }: Recipient,
	secret: string,
	now: number,
): boolean {
	if (client_secret === secret) return true;
	return formerSecrets.some(({ value, until }) => value === secret && now < until);
}

function presentedBy(request: FastifyRequest): Presented {
	const [scheme, value] = (request.headers.authorization ?? '').split(' ');
	if (scheme?.toLowerCase() === 'basic' && value) return { format: 'basic', ...basic(value) };
	const body: Fields = bodyOf(request);
	return {
		format: request.headers['content-type']?.includes('json') ? 'json' : 'form',
		clientId: textOf(body, 'client_id'),
		secret: textOf(body, 'client_secret'),
	};
}

function basic(value: string): Omit<Presented, 'format'> {
	const text = Buffer.from(value, 'base64').toString('utf8');
	const colon = text.indexOf(':');
	if (colon < 0) return { clientId: undefined, secret: undefined };
	return { clientId: formDecode(text.slice(0, colon)), secret: formDecode(text.slice(colon + 1)) };
}

/** RFC 6749 2.3.1: both halves are form-encoded before they are joined. */
function formDecode(text: string): string {
	try {
		return decodeURIComponent(text.replaceAll('+', ' '));
	} catch {
		return text;
	}
}

function refuseFormat(world: World, format: Format): void {
	const { tokenFormats, tokenFormatRefusal } = world.settings;
	if (tokenFormats[format]) return;
	const wanted =
		tokenFormats.json || tokenFormats.form ? 'the request body' : 'the Authorization header';
	const description =
		tokenFormats[format === 'json' ? 'form' : 'json'] && format !== 'basic'
			? `The body must be ${tokenFormats.json ? 'application/json' : 'application/x-www-form-urlencoded'}`
			: `Send the client id and client secret in ${wanted}`;
	throw oauthRefusal('invalid_request', description, tokenFormatRefusal);
}
