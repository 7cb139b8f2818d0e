import type { FastifyInstance } from 'fastify';

import { oauthRefusal } from '../http/refusals';
import { bodyOf, textOf } from '../http/input';
import type { World } from '../world';
import { authenticate } from './clients';
import { byClientCredentials, byCode, byRefreshToken } from './grants';

const GRANTS = {
	client_credentials: byClientCredentials,
	authorization_code: byCode,
	refresh_token: byRefreshToken,
} as const;

function isGrant(text: string): text is keyof typeof GRANTS {
	return Object.hasOwn(GRANTS, text);
}

/** A2: POST /api/v1/token. */
export function tokenRoutes(app: FastifyInstance, world: World): void {
	app.post('/api/v1/token', (request, reply) => {
		const body = bodyOf(request);
		const grant = textOf(body, 'grant_type');
		if (grant && isGrant(grant)) request.trail.grantType = grant;
		const client = authenticate(world, request);
		if (!grant) throw oauthRefusal('invalid_request', 'grant_type is missing');
		if (!isGrant(grant)) {
			throw oauthRefusal('unsupported_grant_type', 'This grant_type is not supported');
		}
		const answer = GRANTS[grant](world, client, body, request.trail);
		return reply.headers({ 'cache-control': 'no-store', pragma: 'no-cache' }).send(answer);
	});
}
