import type { FastifyRequest } from 'fastify';

import type { AccessToken, Connection } from '../store/types';
import type { World } from '../world';
import type { Family } from '../families';
import { fdxRefusal, oauthRefusal, partnerRefusal, type Refusal } from './refusals';

const BAD_TOKEN = 'Invalid Bearer Token';

function badToken(world: World, family: Family): Refusal {
	const { badTokenStatus, fdxBadTokenCode } = world.settings;
	if (family === 'fdx') return fdxRefusal(fdxBadTokenCode, BAD_TOKEN, badTokenStatus);
	if (family === 'oauth') return oauthRefusal('invalid_request', BAD_TOKEN, badTokenStatus);
	return partnerRefusal(badTokenStatus, BAD_TOKEN);
}

function wrongToken(world: World, family: Family, needed: string): Refusal {
	const { wrongTokenStatus } = world.settings;
	const message = `This needs ${needed}`;
	if (family === 'fdx') return fdxRefusal(602, message);
	if (family === 'oauth') return oauthRefusal('invalid_request', message);
	return partnerRefusal(wrongTokenStatus, message);
}

function liveToken(world: World, request: FastifyRequest, family: Family): AccessToken {
	const [scheme, value] = (request.headers.authorization ?? '').split(' ');
	const token =
		scheme?.toLowerCase() === 'bearer' && value ? world.store.tokens.get(value) : undefined;
	if (!token || token.expiresAt <= world.clock.now()) throw badToken(world, family);
	request.trail.clientId = token.clientId;
	return token;
}

/** Any live token of a client acting for itself. */
export function anyClient(world: World, request: FastifyRequest): AccessToken {
	return liveToken(world, request, 'partner');
}

/** The partner's own token, scope `client:admin`. */
export function partnerOnly(world: World, request: FastifyRequest): AccessToken {
	const token = liveToken(world, request, 'partner');
	if (token.kind !== 'partner')
		throw wrongToken(world, 'partner', 'a token with the scope client:admin');
	return token;
}

/** A recipient's token from the client_credentials grant. */
export function recipientOnly(world: World, request: FastifyRequest): AccessToken {
	const token = liveToken(world, request, 'partner');
	if (token.kind !== 'recipient') {
		throw wrongToken(
			world,
			'partner',
			"a data recipient's token from the client_credentials grant",
		);
	}
	return token;
}

/** A token that a customer's consent stands behind, and still does. */
export function customerOnly(
	world: World,
	request: FastifyRequest,
	family: 'fdx' | 'oauth',
): Consented {
	const token = liveToken(world, request, family);
	if (!token.connection) {
		throw wrongToken(world, family, 'a token from the authorization_code or refresh_token grant');
	}
	request.trail.connectionId = token.connection.id;
	if (token.connection.revoked) {
		throw family === 'fdx'
			? fdxRefusal(602, 'The customer withdrew consent')
			: badToken(world, family);
	}
	return { token, connection: token.connection };
}

export interface Consented {
	readonly token: AccessToken;
	readonly connection: Connection;
}
