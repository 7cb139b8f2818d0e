import axios from 'axios';
import { createRequire } from 'node:module';
import path from 'node:path';
import { TABLE } from './customers.mjs';
import { rootDir } from './paths.mjs';

const PROVIDER = '1000';
const AT_ONCE = 500;

/**
 * Customers who have consented at the sandbox, in the table as *Flinks: webhook account fetch* stores
 * them, except for the columns of the nights: those are as in a row that somebody imported.
 * The nodes must be built.
 * @returns {Promise<void>}
 */
export async function storeCustomers({ n8n, sandbox, connectionKey }, count, from = 1) {
	const { sealConnection } = createRequire(import.meta.url)(
		path.join(rootDir, 'dist', 'outbound', 'connections', 'seal.js'),
	);
	const http = axios.create({ baseURL: `${sandbox.url}/sandbox`, proxy: false });
	const { recipientId, providerId = PROVIDER } = (await http.get('/demo')).data;
	const seal = {
		clientId: recipientId,
		connectionKey,
		previousConnectionKey: '',
		redirectUri: '',
		environment: { api: sandbox.url, authorization: sandbox.url },
	};
	for (let first = from; first < from + count; first += AT_ONCE) {
		const rows = [];
		for (let one = first; one < Math.min(first + AT_ONCE, from + count); one += 1) {
			const reference = `many-${String(one).padStart(5, '0')}`;
			const made = (await http.post('/connect', { customer: reference, providerId })).data;
			const connection = {
				connectionId: made.connectionId,
				requestedProviderId: String(providerId),
				refreshToken: made.refreshToken,
				connectedAt: new Date().toISOString(),
				reference,
			};
			rows.push({
				reference,
				requestedProviderId: connection.requestedProviderId,
				connectionId: connection.connectionId,
				connection: sealConnection(connection, seal),
				status: 'connected',
			});
		}
		await n8n.addTableRows(TABLE, rows);
	}
}
