import { appSecrets, keepPaceOf, type AppCredential } from '../auth/appCredential';
import { createBearerSession } from '../auth/bearerSession';
import type { NodeContext } from '../auth/nodeContext';
import type { KnownToken } from '../auth/token';
import type { Runtime } from '../http/runtime';
import type { Session } from '../http/session';
import type { Connection } from './connection';
import { isNewer, newestOf } from './newest';
import { renewConnection } from './renew';

/** A session for one customer's connection; `connection` is as the last renewal left it. */
export interface ConnectionSession extends Session {
	readonly connection: Connection;
	/** True once Flinks has replaced the refresh token: the stored connection must be replaced too. */
	readonly rotated: boolean;
	/** Another stored text of the same connection: where one is refused, the other may be good. */
	learn(opened: Connection): void;
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
	keepPaceOf(app, runtime);
	const others: Connection[] = [];
	let connection = newestOf(app, opened);
	const session = createBearerSession(
		context,
		app.environment.api,
		runtime,
		tokenOf(connection),
		async () => {
			const stale = connection.accessToken;
			const known = () => [connection, ...others] as const;
			connection = await renewConnection({ context, app, runtime, known, stale });
			return freshTokenOf(connection, runtime.now());
		},
		() => [connection.refreshToken, opened.refreshToken, ...appSecrets(app)],
	);
	return {
		...session,
		learn(other) {
			if (other.refreshToken !== opened.refreshToken) others.push(other);
		},
		get connection() {
			const newest = newestOf(app, connection);
			return isNewer(newest, connection) ? newest : connection;
		},
		get rotated() {
			return this.connection.refreshToken !== opened.refreshToken;
		},
	};
}

function tokenOf({ accessToken, accessTokenExpiresAt }: Connection): KnownToken | undefined {
	if (accessToken === undefined || accessTokenExpiresAt === undefined) return undefined;
	return { accessToken, expiresAt: accessTokenExpiresAt, expiresIn: undefined };
}

/** With its life counted from now, so that a short-lived token is not due at once. */
function freshTokenOf(connection: Connection, nowMs: number): KnownToken {
	const { accessToken = '', accessTokenExpiresAt: expiresAt } = connection;
	const expiresIn = expiresAt === undefined ? undefined : (expiresAt - nowMs) / 1000;
	return { accessToken, expiresAt, expiresIn };
}
