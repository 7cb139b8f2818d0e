import type { Connection } from './connection';
import { newestOf, rememberRotation } from './rotations';
import type { Runtime } from '../http/runtime';
import type { AppCredential } from '../auth/appCredential';
import { createBearerSession } from '../auth/bearerSession';
import { fetchToken } from '../auth/fetchToken';
import { asLostConnection } from '../auth/lostConnection';
import type { NodeContext } from '../auth/nodeContext';
import type { Session } from '../http/session';

/** A session for one customer's connection; `connection` is as the last renewal left it. */
export interface ConnectionSession extends Session {
	readonly connection: Connection;
	/** True once Flinks has replaced the refresh token: the stored connection must be replaced too. */
	readonly rotated: boolean;
}

/**
 * Uses the access token in the connection while it lives, and renews it once for all items of the
 * customer. Flinks keeps a refresh token on renewal; where it sends a new one, that one counts.
 */
export function openConnectionSession(
	context: NodeContext,
	app: AppCredential,
	opened: Connection,
	runtime: Runtime,
): ConnectionSession {
	let connection = newestOf(opened);
	const { accessToken, accessTokenExpiresAt: expiresAt } = connection;
	const session = createBearerSession(
		context,
		app.environment.api,
		runtime,
		accessToken && expiresAt ? { accessToken, expiresAt, expiresIn: undefined } : undefined,
		async () => {
			const grant = {
				grant_type: 'refresh_token',
				refresh_token: connection.refreshToken,
			} as const;
			const token = await fetchToken(context, app, grant, runtime).catch((error: unknown) => {
				throw asLostConnection(error);
			});
			const before = connection;
			connection = {
				...before,
				refreshToken: token.refreshToken ?? before.refreshToken,
				accessToken: token.accessToken,
				...(token.expiresAt === undefined ? {} : { accessTokenExpiresAt: token.expiresAt }),
			};
			if (connection.refreshToken !== before.refreshToken) rememberRotation(before, connection);
			return token;
		},
	);
	return {
		...session,
		get connection() {
			return connection;
		},
		get rotated() {
			return connection.refreshToken !== opened.refreshToken;
		},
	};
}
