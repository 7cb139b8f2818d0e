import { createHash } from 'node:crypto';

import { createBoundedMap } from '../model/boundedMap';
import type { Connection } from './connection';
import type { SealingCredential } from './keys';

/** More customers than one n8n refreshes between two writes of its table. */
const MOST = 20_000;

const newest = createBoundedMap<Connection>(MOST);

/** Tells connections apart, also those of two credentials; gives nothing of them away. */
export function identityOf(
	{ environment, clientId }: SealingCredential,
	{ connectionId }: Connection,
): string {
	const parts = [environment.authorization, clientId, connectionId];
	return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

/**
 * Where Flinks replaces a refresh token the old one may be dead at once. If the run then stops before
 * the workflow has stored the new one, the next run still finds it here, as long as n8n is not restarted.
 */
export function rememberNewest(app: SealingCredential, connection: Connection): void {
	newest.set(identityOf(app, connection), connection);
}

/** The newest known form of a connection that was stored before its refresh token was replaced. */
export function newestOf(app: SealingCredential, connection: Connection): Connection {
	const known = newest.get(identityOf(app, connection));
	return known && isNewer(known, connection) ? known : connection;
}

export function isNewer(one: Connection, other: Connection): boolean {
	return (one.rotations ?? 0) > (other.rotations ?? 0);
}
