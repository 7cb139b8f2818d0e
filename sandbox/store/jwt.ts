import { createHmac } from 'node:crypto';

import { CANARIES } from '../canaries';

/** Published on purpose: tests verify the tokens with it. Clients treat access tokens as opaque. */
export const JWT_KEY = 'sandbox-access-token-signing-key-not-a-secret';

/** A compact HS256 JWS. Signed here because tests need one without waiting; jose signs only asynchronously. */
export function signAccessToken(claims: object): string {
	const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
	const signed = `${CANARIES.accessToken}.${payload}`;
	return `${signed}.${createHmac('sha256', JWT_KEY).update(signed).digest('base64url')}`;
}
