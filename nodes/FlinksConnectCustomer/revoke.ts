import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { AppCredential } from '../../outbound/auth/appCredential';
import type { Connection } from '../../outbound/connections/connection';
import { endConnection } from '../../outbound/connections/revoke';
import { openConnection } from '../../outbound/connections/seal';
import type { Outcome } from '../../outbound/outcome';
import { done, failed, outcomeOf } from '../../outbound/outcome';
import type { Runtime } from '../../outbound/http/runtime';
import { invalid } from '../shared/fields/invalid';
import type { Parameters } from '../common/parameters';
import { valueAt } from '../common/readIdSource';
import type { ItemResult } from '../common/results';

/** The connection an item brings, opened; what cannot be opened sends nothing. */
export function readConnection(
	parameters: Parameters,
	item: number,
	json: IDataObject,
	app: AppCredential,
): Outcome<Connection> {
	const field = String(parameters.read('connectionField', item, 'connection'));
	const sealed = valueAt(json, field);
	if (sealed === undefined || sealed === null || sealed === '') {
		return failed(
			invalid(
				'Connection Field',
				`the item has no connection in its field "${field}". Store what Flinks Connection Trigger gives out as "connection", and pass it on.`,
			),
		);
	}
	const opened = openConnection(sealed, app);
	if (opened.kind === 'open') return done(opened.connection);
	return failed({ kind: 'invalid-input', title: opened.title, remedy: opened.remedy });
}

/** Ends each connection once, however many items bring it. */
export function createRevoker(
	context: IExecuteFunctions,
	app: AppCredential,
	runtime: Runtime,
): (connection: Connection) => Promise<ItemResult> {
	const asked = new Map<string, Promise<ItemResult>>();
	async function revoke(connection: Connection): Promise<ItemResult> {
		const { connectionId, requestedProviderId } = connection;
		const ended = await outcomeOf(
			async () => await endConnection(context, app, connection, runtime),
		);
		if (ended.kind === 'failed') return ended;
		return done([
			{
				revoked: true,
				outcome: ended.value,
				alreadyEnded: ended.value === 'ENDED_BEFORE',
				connectionId,
				reference: connection.reference ?? null,
				requestedProviderId,
			},
		]);
	}
	return async (connection) => {
		const result = asked.get(connection.connectionId) ?? revoke(connection);
		asked.set(connection.connectionId, result);
		return await result;
	};
}
