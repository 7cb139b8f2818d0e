import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { rowsOf } from '../../host/lib/n8nApi.mjs';
import { TABLE } from '../../host/lib/customers.mjs';
import { openServer } from './support/authorizationServer.mjs';
import { comeBack } from './support/browser.mjs';
import { publish } from './support/publish.mjs';
import { enqueuedBy, eventually } from './support/workers.mjs';
import { workflowOf } from './support/workflowOf.mjs';

const DELAYS_MS = [0, 150, 400, 2_000];
const PATH = 'replays';

/** One callback comes twice, through the address in front of two webhook processes. */
export async function tests(setup) {
	const { queue, n8n, ledger } = setup;
	const server = await openServer(setup, PATH);
	const { provider, credentials } = server;
	after(() => provider.stop());
	await publish(n8n, server.workflow);
	const codes = () => provider.tokens.filter(({ grant }) => grant === 'authorization_code');
	const rowOf = async (reference) =>
		(await n8n.tableRows(TABLE)).find((row) => row.reference === reference);

	/** Whether Flinks would still give the accounts of a stored connection. */
	async function accountsOf(connection) {
		const { id, trigger, node } = await workflowOf(n8n, {
			name: 'Read one connection',
			items: [{ connection }],
			type: 'flinksGetAccounts',
			parameters: { authentication: 'customerConnection', resultType: 'lightweight' },
			credentials,
		});
		const { status, runData } = await n8n.run(id, trigger);
		return status === 'success' ? rowsOf({ runData }, node) : [];
	}

	for (const delayMs of DELAYS_MS) {
		test(`a callback that comes twice, ${delayMs} ms apart, makes one connection, which lives`, async () => {
			const reference = `twice-${delayMs}`;
			const address = await server.callback(reference);
			const before = { begun: enqueuedBy(queue.webhooks).length, codes: codes().length };

			const again = sleep(delayMs).then(() => comeBack(address));
			const pages = await Promise.all([comeBack(address), again]);

			ledger.atLeast(
				'pages that say connected',
				pages.filter(({ status }) => status === 200).length,
				1,
			);
			const row = await eventually('the connection is stored', () => rowOf(reference));
			ledger.equal('codes sent', codes().slice(before.codes), [
				{ event: 'granted', grant: 'authorization_code' },
			]);
			ledger.doubled('executions begun', enqueuedBy(queue.webhooks).slice(before.begun + 1));
			const accounts = await accountsOf(row.connection);
			ledger.lost('connections that a replay ended', accounts.length > 0 ? [] : [reference]);
		});
	}
}
