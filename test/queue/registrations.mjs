import { test } from 'node:test';
import { rowsOf } from '../../host/lib/n8nApi.mjs';
import { eventually, workerOf } from './support/workers.mjs';
import { workflowOf } from './support/workflowOf.mjs';

const NAME = 'Flinks Outbound Partner (Registrations) account';
const ROUTE = /\/recipients\/providers\/requests\/([^/]+)\/([^/]+)$/;
const keyOf = (recipientId, providerId) => `${recipientId} ${providerId}`;

/** The pairs of each registration request that Flinks took. */
function requestedPairs(log) {
	return log
		.filter(({ method, status }) => method === 'POST' && status >= 200 && status < 300)
		.flatMap(({ path }) => {
			const [, recipients = '', providers = ''] = ROUTE.exec(path) ?? [];
			return decodeURIComponent(recipients)
				.split(',')
				.flatMap((recipient) =>
					decodeURIComponent(providers)
						.split(',')
						.map((provider) => keyOf(recipient, provider)),
				)
				.filter((key) => key.trim() !== '');
		});
}

const twice = (list) => list.filter((one, index) => list.indexOf(one) !== index);

/** A worker loses its power while it requests registrations. */
export async function tests({ queue, sandbox, n8n, ledger, credentials }) {
	const registered = async () =>
		(await sandbox.registrations()).map((row) => keyOf(row.client_id, row.provider_id));

	test('kill -9 of a worker in Request Registrations doubles nothing; the next run does the rest', async () => {
		const rows = await sandbox.registrations();
		const all = (field) => [...new Set(rows.map((row) => String(row[field])))];
		const items = all('client_id').flatMap((recipientId) =>
			all('provider_id').map((providerId) => ({ recipientId, providerId })),
		);
		const flow = await workflowOf(n8n, {
			name: 'Request all',
			items,
			type: 'flinksRequestRegistrations',
			parameters: {
				authentication: 'oAuth2',
				recipientsFrom: 'field',
				recipientField: 'recipientId',
				providersFrom: 'field',
				providerField: 'providerId',
				skipExisting: true,
				// One pair a request and two at once, so that there is time to die in.
				options: { maxSegmentLength: 30, requestsAtOnce: 2 },
			},
			credentials: { flinksOutboundPartnerOAuth2Api: { id: credentials.partner, name: NAME } },
		});
		const before = await registered();
		await sandbox.clearLog();
		await sandbox.set({ latencyMs: 150 });

		const killed = await n8n.begin(flow.id, flow.trigger);
		const worker = await workerOf(queue, killed);
		await eventually('some requests', async () => requestedPairs(await sandbox.log()).length >= 5);
		await worker.kill();

		await sandbox.set({ latencyMs: 0 });
		const first = requestedPairs(await sandbox.log());
		ledger.atLeast('pairs requested before the kill', first.length, 5);
		ledger.atLeast('pairs left for later', items.length - before.length - first.length, 1);
		await worker.start();
		const again = await n8n.run(flow.id, flow.trigger);

		ledger.equal('the next run', again.status, 'success');
		ledger.doubled('requests of one pair', twice(requestedPairs(await sandbox.log())));
		const said = rowsOf(again, flow.node).map((row) => keyOf(row.recipientId, row.providerId));
		const there = new Set(await registered());
		ledger.lost(
			'pairs that the run reported',
			said.filter((key) => !there.has(key)),
		);
		const wanted = items.map((item) => keyOf(item.recipientId, item.providerId));
		ledger.lost(
			'pairs at Flinks',
			wanted.filter((key) => !there.has(key)),
		);
		ledger.lost(
			'pairs in the rows',
			wanted.filter((key) => !said.includes(key)),
		);
		const listed = await registered();
		ledger.doubled('registrations at Flinks', twice(listed));
	});
}
