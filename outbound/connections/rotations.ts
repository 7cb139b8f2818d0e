import { createHash } from 'node:crypto';

import type { Connection } from './connection';

/** More customers than one n8n refreshes between two writes of its table. */
const MOST = 5000;

const latest = new Map<string, Connection>();

/**
 * Where Flinks replaces a refresh token the old one may be dead at once. If the run then stops before
 * the workflow has stored the new one, the next run still finds it here, as long as n8n is not restarted.
 */
export function rememberRotation(before: Connection, after: Connection): void {
	const key = keyOf(before);
	latest.delete(key);
	latest.set(key, after);
	const [oldest] = latest.keys();
	if (latest.size > MOST && oldest !== undefined) latest.delete(oldest);
}

/** The newest known form of a connection that was stored before its refresh token was replaced. */
export function newestOf(connection: Connection): Connection {
	const seen = new Set<string>();
	let newest = connection;
	for (let key = keyOf(newest); !seen.has(key); key = keyOf(newest)) {
		seen.add(key);
		newest = latest.get(key) ?? newest;
	}
	return newest;
}

function keyOf({ connectionId, refreshToken }: Connection): string {
	return createHash('sha256').update(`${connectionId}\n${refreshToken}`).digest('base64url');
}
