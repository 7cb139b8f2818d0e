import type { AppCredential } from '../auth/appCredential';
import { asEnded, saysEnded } from '../auth/ended';
import { fetchToken } from '../auth/fetchToken';
import type { NodeContext } from '../auth/nodeContext';
import { FlinksFailure } from '../failure';
import type { Runtime } from '../http/runtime';
import type { Outcome } from '../outcome';
import { outcomeOf } from '../outcome';
import type { Connection } from './connection';
import { identityOf, isNewer, newestOf, rememberNewest } from './newest';
import { orCancelled } from './orCancelled';

export type NonEmpty<T> = readonly [T, ...T[]];

/** As early as a session renews its token. */
const MARGIN_MS = 30_000;

/** Who asks for a renewal, and what they know. */
export interface RenewalOrder {
	readonly context: NodeContext;
	readonly app: AppCredential;
	readonly runtime: Runtime;
	/** The forms of the connection that the items brought, as they are known now. */
	readonly known: () => NonEmpty<Connection>;
	/** The access token that is not good any more. */
	readonly stale: string | undefined;
}

/** Shared by all executions in this process: Flinks may take a refresh token only once. */
const inFlight = new Map<string, Renewal>();

interface Renewal {
	readonly work: Promise<Outcome<Connection>>;
	/** Of the execution that asked first. */
	readonly signal: AbortSignal | undefined;
}

/**
 * The connection with a fresh access token. However many ask, in however many executions, one renewal
 * is on its way; who comes later takes what it brought.
 * @throws FlinksFailure; `connection-lost` only where nothing newer is known and Flinks says so
 */
export async function renewConnection(order: RenewalOrder): Promise<Connection> {
	const { app, runtime, known, stale } = order;
	for (;;) {
		const newest = newestOf(app, latestOf(known()));
		if (newest.accessToken !== stale && isAlive(newest, runtime.now())) return newest;
		const key = identityOf(app, newest);
		const running = inFlight.get(key);
		const { work, signal } = running ?? start(key, order);
		const outcome = await orCancelled(work, runtime.signal);
		if (outcome.kind === 'done') return outcome.value;
		const wasStopped = running !== undefined && signal?.aborted === true;
		// The execution that asked was stopped; this one was not, so it asks itself.
		if (!wasStopped || runtime.signal?.aborted === true) throw new FlinksFailure(outcome.failure);
	}
}

function start(key: string, order: RenewalOrder): Renewal {
	const work = outcomeOf(async () => await renewNewest(order)).finally(() => inFlight.delete(key));
	const renewal = { work, signal: order.runtime.signal };
	inFlight.set(key, renewal);
	return renewal;
}

/** After a refusal there may be something as new, in the text of another item. */
async function renewNewest({ context, app, runtime, known }: RenewalOrder): Promise<Connection> {
	const refused = new Set<string>();
	const untried = (): Connection | undefined => {
		const newest = newestOf(app, latestOf(known()));
		return [newest, ...known()].find(
			(one) => !isNewer(newest, one) && !refused.has(one.refreshToken),
		);
	};
	let connection = newestOf(app, latestOf(known()));
	for (;;) {
		const { refreshToken } = connection;
		const asked = await outcomeOf(async () => await askFlinks(context, app, connection, runtime));
		if (asked.kind === 'done') return asked.value;
		refused.add(refreshToken);
		const next = saysEnded(asked.failure) ? untried() : undefined;
		if (next === undefined) throw new FlinksFailure(asEnded(asked.failure));
		connection = next;
	}
}

async function askFlinks(
	context: NodeContext,
	app: AppCredential,
	connection: Connection,
	runtime: Runtime,
): Promise<Connection> {
	const grant = { grant_type: 'refresh_token', refresh_token: connection.refreshToken } as const;
	const token = await fetchToken(context, app, grant, runtime);
	const { accessTokenExpiresAt: _old, ...kept } = connection;
	const renewed: Connection = {
		...kept,
		accessToken: token.accessToken,
		...(token.expiresAt === undefined ? {} : { accessTokenExpiresAt: token.expiresAt }),
	};
	const { refreshToken } = token;
	if (refreshToken === undefined || refreshToken === connection.refreshToken) return renewed;
	const rotated = { ...renewed, refreshToken, rotations: (connection.rotations ?? 0) + 1 };
	rememberNewest(app, rotated);
	return rotated;
}

function latestOf([first, ...others]: NonEmpty<Connection>): Connection {
	return others.reduce((latest, one) => (isNewer(one, latest) ? one : latest), first);
}

/** Whether its access token lives for longer than a request is on its way. */
function isAlive({ accessToken, accessTokenExpiresAt }: Connection, nowMs: number): boolean {
	return accessToken !== undefined && (accessTokenExpiresAt ?? 0) > nowMs + MARGIN_MS;
}
