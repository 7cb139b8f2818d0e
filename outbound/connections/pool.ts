import type { AppCredential } from '../auth/appCredential';
import { openConnectionSession, type ConnectionSession } from './connectionSession';
import type { NodeContext } from '../auth/nodeContext';
import { FlinksFailure } from '../failure';
import type { Client } from '../http/client';
import { createClient } from '../http/client';
import type { Outcome } from '../outcome';
import { done, failed, outcomeOf } from '../outcome';
import type { Runtime } from '../http/runtime';
import { mapInTurns } from '../http/turns';
import { checkExpectedReference } from './expectedReference';
import type { Connection } from './connection';
import { openConnection, sealConnection } from './seal';

/** A connection whose stored text must be replaced: its refresh token or its key has changed. */
export interface ChangedConnection {
	/** The new sealed text. */
	readonly connection: string;
	readonly connectionId: string;
	readonly requestedProviderId: string;
	readonly reference: string | undefined;
	readonly reason: 'NEW_KEY' | 'NEW_REFRESH_TOKEN';
	/** Indexes of the items that came with it. */
	readonly items: readonly number[];
}

/** One customer of the run: who it is, and the client that asks with the connection. */
export interface PooledCustomer {
	readonly client: Client;
	readonly connection: Pick<Connection, 'connectionId' | 'reference' | 'requestedProviderId'>;
}

interface Entry {
	readonly session: ConnectionSession;
	readonly client: Client;
	readonly oldKey: boolean;
	readonly items: number[];
	/** Flinks' last word was that the consent has ended: there is nothing to store any more. */
	hasEnded(): boolean;
}

/** The connections of one run, each opened once however many items bring it. */
export interface ConnectionPool {
	/**
	 * The customer whose sealed connection this is; what cannot be opened, or is not the customer
	 * `expectedReference` names, sends nothing.
	 */
	customerFor(sealed: unknown, item: number, expectedReference?: string): Outcome<PooledCustomer>;
	/** What the workflow has to store anew, after the work is done. */
	changed(): Promise<ChangedConnection[]>;
}

export function createConnectionPool(
	context: NodeContext,
	app: AppCredential,
	runtime: Runtime,
): ConnectionPool {
	const entries = new Map<string, Entry>();

	function entryOf(id: string, open: () => Entry): Entry {
		const entry = entries.get(id) ?? open();
		entries.set(id, entry);
		return entry;
	}

	return {
		customerFor(sealed, item, expectedReference) {
			const opened = openConnection(sealed, app);
			if (opened.kind !== 'open') {
				return failed({ kind: 'invalid-input', title: opened.title, remedy: opened.remedy });
			}
			const { connection } = opened;
			const mixedUp = checkExpectedReference(connection, expectedReference);
			if (mixedUp !== undefined) return failed(mixedUp);
			const entry = entryOf(connection.connectionId, () => {
				const session = openConnectionSession(context, app, connection, runtime);
				const oldKey = opened.keyUsed === 'previous';
				return { session, oldKey, items: [], ...watched(createClient(session, runtime)) };
			});
			entry.session.learn(connection);
			entry.items.push(item);
			return done({ client: entry.client, connection });
		},
		async changed() {
			const changed = await mapInTurns(entries.values(), (entry): ChangedConnection[] => {
				const { session, oldKey, items, hasEnded } = entry;
				if (hasEnded() || (!oldKey && !session.rotated)) return [];
				const { connection } = session;
				const { connectionId, requestedProviderId, reference } = connection;
				const reason = session.rotated ? 'NEW_REFRESH_TOKEN' : 'NEW_KEY';
				const sealed = sealConnection(connection, app);
				return [
					{ connection: sealed, connectionId, requestedProviderId, reference, reason, items },
				];
			});
			return changed.flat();
		},
	};
}

function watched(client: Client): Pick<Entry, 'client' | 'hasEnded'> {
	let ended = false;
	const send: Client['send'] = async (request) => {
		const outcome = await outcomeOf(async () => await client.send(request));
		if (outcome.kind === 'done') {
			ended = false;
			return outcome.value;
		}
		if (outcome.failure.kind === 'connection-lost') ended = true;
		throw new FlinksFailure(outcome.failure);
	};
	return { client: { ...client, send }, hasEnded: () => ended };
}
