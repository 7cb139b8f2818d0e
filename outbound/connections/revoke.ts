import type { AppCredential } from '../auth/appCredential';
import { openConnectionSession } from './connectionSession';
import type { NodeContext } from '../auth/nodeContext';
import type { Session } from '../http/session';
import { createClient } from '../http/client';
import { revokeConnection } from '../endpoints/revoke';
import type { Failure } from '../failure';
import { FlinksFailure } from '../failure';
import { outcomeOf } from '../outcome';
import type { Runtime } from '../http/runtime';
import type { Connection } from './connection';

/**
 * Ends a customer's connection at Flinks. That it has ended is believed only when Flinks says so:
 * after an unclear answer the refresh token is tried, since Flinks renews nothing that was revoked.
 * @throws FlinksFailure while the connection is, or may be, still alive
 */
export async function endConnection(
	context: NodeContext,
	app: AppCredential,
	connection: Connection,
	runtime: Runtime,
): Promise<'already-ended' | 'revoked'> {
	const session = openConnectionSession(context, app, connection, runtime);
	const sent = await outcomeOf(async () => await revokeConnection(createClient(session, runtime)));
	if (sent.kind === 'done') return 'revoked';
	const { failure } = sent;
	if (saysEnded(failure)) return 'already-ended';
	const unclear = failure.ambiguous === true || failure.code === 'invalid_request';
	if (
		unclear &&
		!(await renews(openConnectionSession(context, app, session.connection, runtime)))
	) {
		return failure.ambiguous === true ? 'revoked' : 'already-ended';
	}
	throw new FlinksFailure(failure);
}

/** False only where Flinks itself refuses to renew the connection. */
async function renews(session: Session): Promise<boolean> {
	const renewed = await outcomeOf(async () => await session.renew(0));
	return renewed.kind === 'done' || !saysEnded(renewed.failure);
}

const ENDED: ReadonlySet<string> = new Set(['602', 'invalid_grant']);

/** Without a status the network broke: that says nothing about the connection at Flinks. */
function saysEnded({ kind, status, code }: Failure): boolean {
	if (status === undefined) return false;
	return kind === 'connection-lost' || (code !== undefined && ENDED.has(code));
}
