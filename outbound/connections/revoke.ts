import type { AppCredential } from '../auth/appCredential';
import { saysEnded } from '../auth/ended';
import type { NodeContext } from '../auth/nodeContext';
import { revokeConnection } from '../endpoints/revoke';
import type { Failure } from '../failure';
import { FlinksFailure } from '../failure';
import { createClient } from '../http/client';
import type { Runtime } from '../http/runtime';
import type { Session } from '../http/session';
import { outcomeOf } from '../outcome';
import type { Connection } from './connection';
import { openConnectionSession } from './connectionSession';

/**
 * How a connection came to its end: `REVOKED`, Flinks confirmed it; `ENDED_BEFORE`, Flinks said that the
 * consent was no more; `ENDED`, the answer was unclear, and Flinks renews the connection no more.
 */
export type ConnectionEnd = 'ENDED' | 'ENDED_BEFORE' | 'REVOKED';

/** The one answer that Flinks documents for a revocation. */
const NO_CONTENT = 204;

/**
 * Ends a customer's connection at Flinks; an access token that has ended is renewed first. That it has
 * ended is believed only when Flinks says so: after an unclear answer the refresh token is tried.
 * @throws FlinksFailure while the connection is, or may be, still alive
 */
export async function endConnection(
	context: NodeContext,
	app: AppCredential,
	connection: Connection,
	runtime: Runtime,
): Promise<ConnectionEnd> {
	const session = openConnectionSession(context, app, connection, runtime);
	const client = createClient(session, runtime);
	const sent = await outcomeOf(async () => await revokeConnection(client));
	if (sent.kind === 'done' && sent.value.status === NO_CONTENT) return 'REVOKED';
	const failure = sent.kind === 'done' ? undocumented(sent.value.status) : sent.failure;
	if (saysEnded(failure)) return 'ENDED_BEFORE';
	const anew = openConnectionSession(context, app, session.connection, runtime);
	if (failure.ambiguous === true && (await isNotRenewed(anew))) return 'ENDED';
	throw new FlinksFailure(notConfirmed(failure));
}

/** True only where Flinks itself says so. */
async function isNotRenewed(session: Session): Promise<boolean> {
	const renewed = await outcomeOf(async () => await session.renew(0));
	return renewed.kind === 'failed' && saysEnded(renewed.failure);
}

function undocumented(status: number): Failure {
	return {
		kind: 'unexpected-answer',
		title: `Flinks answered the revocation with HTTP ${status}, not with the 204 that it documents`,
		remedy: 'A proxy or firewall may have answered in its place.',
		status,
		ambiguous: true,
	};
}

/** Before these nothing was sent, or the customer's part was not reached. */
const NOT_TRIED: ReadonlySet<Failure['kind']> = new Set(['cancelled', 'unreachable']);

function notConfirmed(failure: Failure): Failure {
	if (NOT_TRIED.has(failure.kind)) return failure;
	return {
		...failure,
		title: 'It is not known whether the connection has ended: Flinks did not confirm it',
		remedy: `${failure.title}. ${failure.remedy} To find out, run Revoke Connection again: it ends the connection, or says that it had ended before.`,
	};
}
