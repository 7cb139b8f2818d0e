import { createHash } from 'node:crypto';

import { createBoundedMap } from '../model/boundedMap';
import type { AppCredential } from './appCredential';
import type { Token } from './token';

/** More credentials than one n8n has in use at once; the oldest entry makes room. */
const MOST = 200;

const tokens = createBoundedMap<Token>(MOST);

/**
 * The token of an earlier run that still lives. The key is a digest of everything the token depends
 * on, the secret included: after a rotation nobody finds the old token. The request format is part of
 * it too, so that a change in the credential is tried at once and not when the token runs out.
 */
export function rememberedToken(
	app: AppCredential,
	scope: string | undefined,
	nowMs: number,
): Token | undefined {
	const key = keyOf(app, scope);
	const token = tokens.get(key);
	if (token && (token.expiresAt === undefined || token.expiresAt > nowMs)) return token;
	tokens.delete(key);
	return undefined;
}

export function rememberToken(app: AppCredential, scope: string | undefined, token: Token): void {
	tokens.set(keyOf(app, scope), token);
}

function keyOf({ environment, clientId, clientSecret, format }: AppCredential, scope = ''): string {
	const parts = [environment.authorization, clientId, clientSecret, format, scope];
	return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
