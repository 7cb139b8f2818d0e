import { setTimeout as sleep } from 'node:timers/promises';
import { connectCustomer, createLinks, TABLE } from '../../../host/lib/customers.mjs';
import { waitUntil } from '../../../host/lib/waiting.mjs';

const CONNECT = 'webhook-account-fetch.json';
export const NIGHTLY = 'nightly-refresh.json';
const RUN_TIMEOUT_MS = 30_000;

/** What customers cause in the n8n and the sandbox of these tests. */
export function useCustomers({ n8n, sandbox, workflows }) {
	const workflowId = workflows[CONNECT].id;
	/** The template keeps no run that succeeded, since accounts are in it; most tests look into one. */
	async function setSaving(saveDataSuccessExecution) {
		const { settings, versionId } = await n8n.workflow(workflowId);
		const changed = { settings: { ...settings, saveDataSuccessExecution }, versionId };
		await n8n.call('PATCH', `/rest/workflows/${workflowId}`, changed);
	}
	const returns = async () =>
		(await n8n.executions(workflowId)).filter(({ mode }) => mode === 'webhook');
	/** The table by reference, without what n8n itself adds. */
	async function table() {
		const rows = await n8n.tableRows(TABLE);
		return Object.fromEntries(rows.map((row) => [row.reference, row]));
	}
	return {
		table,
		/**
		 * Connects each customer of the template anew. The same person may have consented elsewhere
		 * meanwhile, as in the tests of credentials, and Flinks then ends what was there before.
		 */
		async connectAll() {
			for (const link of await createLinks(n8n, workflowId)) {
				const connection = async () => (await table())[link.reference]?.connection;
				const before = await connection();
				await connectCustomer(link);
				const stored = async () => (await connection()) !== before;
				if (!(await waitUntil(stored, { timeoutMs: RUN_TIMEOUT_MS, everyMs: 200 })))
					throw new Error(`The connection of ${link.reference} was not stored`);
			}
		},
		/** A new link for one of the template's customers. */
		async link(reference) {
			const links = await createLinks(n8n, workflowId);
			return links.find((one) => one.reference === reference).authorizationUrl;
		},
		returns,
		setSaving,
		/** Waits for the execution that a customer's return has started. */
		async nextReturn(before) {
			const deadline = Date.now() + RUN_TIMEOUT_MS;
			while (Date.now() < deadline) {
				const now = await returns();
				if (now.length > before.length) return await n8n.finished(now[0].id);
				await sleep(200);
			}
			throw new Error('The return of the customer started no execution');
		},
		codesExchanged: async () =>
			(await sandbox.requests('/api/v1/token')).filter(
				({ grantType, status }) => grantType === 'authorization_code' && status === 200,
			).length,
	};
}
