import type { Connection } from '../../../outbound/connections/connection';
import { endConnection } from '../../../outbound/connections/revoke';
import { openConnection } from '../../../outbound/connections/seal';
import { done, failed } from '../../../outbound/outcome';
import { askOnce } from '../../shared/client/askOnce';
import { connectionField } from '../../shared/client/customerFields';
import type { RecipientApp } from '../../shared/client/recipientApp';
import { recipientApp } from '../../shared/client/recipientApp';
import { options } from '../../shared/fields/collection';
import { requestsAtOnce } from '../../shared/fields/common';
import type { Host } from '../../shared/host/host';
import { operation } from '../../shared/node/operation';
import { rowsFrom } from '../../shared/output/row';

interface Asked {
	readonly connection: Connection;
	readonly opened: RecipientApp;
}

/** Ends each connection once, however many items bring it. */
const end = askOnce(
	({ connection }: Asked) => connection.connectionId,
	async ({ context }: Host, { connection, opened: { app, runtime } }) =>
		await endConnection(context, app, connection, runtime),
);

export const revokeConnection = operation({
	value: 'revokeConnection',
	name: 'Revoke Connection',
	action: 'Revoke a connection',
	description: "End a customer's connection at Flinks, for good",
	access: recipientApp,
	spends: 'revocation',
	fields: { sealed: connectionField, options: options({ requestsAtOnce }) },
	atOnce: (job) => job.options.requestsAtOnce,
	admit({ sealed }, { app }) {
		const opened = openConnection(sealed, app);
		if (opened.kind === 'open') return done(opened.connection);
		return failed({ kind: 'invalid-input', title: opened.title, remedy: opened.remedy });
	},
	async each(connection, opened, host) {
		const { connectionId, reference, requestedProviderId } = connection;
		const outcome = await end(host, { connection, opened });
		return rowsFrom([
			{
				revoked: true,
				outcome,
				alreadyEnded: outcome === 'ENDED_BEFORE',
				connectionId,
				reference: reference ?? null,
				requestedProviderId,
			},
		]);
	},
});
