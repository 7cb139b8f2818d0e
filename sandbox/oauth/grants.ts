import { oauthRefusal, type Refusal } from '../http/refusals';
import type { Trail } from '../http/trail';
import { textOf, wordsOf, type Fields } from '../http/input';
import type { AccessToken, Connection } from '../store/types';
import { DAY_MS } from '../timestamps';
import type { World } from '../world';
import type { Client } from './clients';
import { openConnection } from './connect';
import { checkVerifier } from './pkce';

export interface TokenAnswer {
	readonly access_token: string;
	readonly token_type: 'Bearer';
	readonly expires_in: number;
	readonly refresh_token?: string;
	readonly scope?: string;
}

const ADMIN = 'client:admin';

function answer(
	world: World,
	token: AccessToken,
	scope: string,
	refreshToken?: string,
): TokenAnswer {
	return {
		access_token: token.value,
		token_type: 'Bearer',
		expires_in: world.settings.expiresIn,
		...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
		...(world.settings.scopeInTokenResponse && scope ? { scope } : {}),
	};
}

/** For a partner's administration, or for a recipient to list its providers. */
export function byClientCredentials(world: World, client: Client, body: Fields): TokenAnswer {
	const scopes = wordsOf(textOf(body, 'scope') ?? '');
	const known: readonly string[] = client.kind === 'partner' ? [ADMIN] : client.recipient.scopes;
	const missing = client.kind === 'partner' && !scopes.includes(ADMIN);
	if (missing || scopes.some((scope) => !known.includes(scope))) {
		throw oauthRefusal('invalid_scope', 'The client may not have this scope, or scope is missing');
	}
	const token = issue(world, client);
	return answer(world, token, scopes.join(' '));
}

/** Exchanges what the consent page gave out, once. */
export function byCode(world: World, client: Client, body: Fields, trail: Trail): TokenAnswer {
	const value = textOf(body, 'code');
	const redirectUri = textOf(body, 'redirect_uri');
	if (!value || !redirectUri) {
		throw oauthRefusal('invalid_request', 'code and redirect_uri are both needed');
	}
	const code = world.store.tokens.code(value);
	if (code?.used && code.connection && world.settings.codeReuse === 'ends connection') {
		world.store.connections.revoke(code.connection);
	}
	if (
		!code ||
		code.clientId !== client.clientId ||
		code.used ||
		code.expiresAt <= world.clock.now()
	) {
		throw oauthRefusal('invalid_grant', 'The code is unknown, used or expired');
	}
	if (code.redirectUri !== redirectUri) {
		throw oauthRefusal('invalid_grant', 'redirect_uri differs from the one of the authorize call');
	}
	checkVerifier(code.codeChallenge, body);
	code.used = true;
	const connection = openConnection(world, client.clientId, code.consent);
	code.connection = connection;
	trail.connectionId = connection.id;
	const token = issue(world, client, connection);
	return answer(world, token, connection.scopes.join(' '), connection.refreshToken);
}

/** A new access token; the refresh token stays the same unless rotation is switched on. */
export function byRefreshToken(
	world: World,
	client: Client,
	body: Fields,
	trail: Trail,
): TokenAnswer {
	const value = textOf(body, 'refresh_token');
	if (!value) throw oauthRefusal('invalid_request', 'refresh_token is missing');
	const connection = world.store.connections.byToken(value);
	endWhereStolen(world, value);
	if (connection) trail.connectionId = connection.id;
	const now = world.clock.now();
	const idleMs = world.settings.refreshIdleDays * DAY_MS;
	if (
		!connection ||
		connection.clientId !== client.clientId ||
		now - connection.lastUsedAt > idleMs
	) {
		throw deadRefreshToken(world);
	}
	connection.lastUsedAt = now;
	const token = issue(world, client, connection);
	const scope = connection.scopes.join(' ');
	if (!world.settings.refreshRotation) return answer(world, token, scope);
	world.store.connections.rotate(connection);
	return answer(world, token, scope, connection.refreshToken);
}

/** RFC 9700 4.14.2: a replaced refresh token that is used again may have been stolen. */
function endWhereStolen(world: World, value: string): void {
	if (world.settings.refreshReuse !== 'ends connection') return;
	const stolenFrom = world.store.connections.byReplacedToken(value);
	if (stolenFrom) world.store.connections.revoke(stolenFrom);
}

function deadRefreshToken(world: World): Refusal {
	return oauthRefusal(
		'invalid_grant',
		'The refresh token is unknown, expired or revoked',
		world.settings.deadRefreshStatus,
	);
}

function issue(world: World, client: Client, connection?: Connection): AccessToken {
	return world.store.tokens.issue({
		kind: connection ? 'customer' : client.kind,
		clientId: client.clientId,
		...(connection ? { connection } : {}),
		now: world.clock.now(),
		expiresIn: world.settings.expiresIn,
	});
}
