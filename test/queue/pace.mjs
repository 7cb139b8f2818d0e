import { test } from 'node:test';
import { rowsOf } from '../../host/lib/n8nApi.mjs';
import { workerOf } from './support/workers.mjs';
import { workflowOf } from './support/workflowOf.mjs';

const WORKERS = 4;
/** What Flinks is taken to allow all workers together. */
const PER_SECOND = 20;
/** Each process may begin one request more within a second than its pace, and one may come late. */
const REFUSED_ABOVE = 30;
/** So many executions at most until each worker has one. */
const MOST_RUNS = 40;

/** Requests of one client from four worker processes at once, each with its share of the pace. */
export async function tests({ queue, sandbox, n8n, ledger }) {
	const demo = await sandbox.demo();
	const providers = (await sandbox.registrations()).map((row) => String(row.provider_id));
	const items = [...new Set(providers)].map((providerId) => ({ providerId }));
	const added = [];

	/** The workflow of a credential whose *Requests per Second* is this. */
	async function flowAt(requestsPerSecond) {
		const credential = {
			name: `Partner at ${requestsPerSecond} a second`,
			type: 'flinksOutboundAppApi',
			data: {
				environment: 'custom',
				apiBaseUrl: sandbox.url,
				authorizationBaseUrl: sandbox.url,
				clientType: 'partner',
				clientId: demo.partnerId,
				clientSecret: demo.partnerSecret,
				requestFormat: 'json',
				requestsPerSecond,
			},
		};
		const { id } = await n8n.createCredential(credential);
		return await workflowOf(n8n, {
			name: credential.name,
			items,
			type: 'flinksDataProviders',
			parameters: {
				authentication: 'app',
				operation: 'getSupported',
				provider: { __rl: true, mode: 'field', value: 'providerId' },
			},
			credentials: { flinksOutboundAppApi: { id, name: credential.name } },
		});
	}

	/** Begins the workflow until each worker has it, and gives the ended executions. */
	async function onEveryWorker(flow) {
		const begun = [];
		const busy = new Set();
		while (busy.size < WORKERS && begun.length < MOST_RUNS) {
			const some = await Promise.all(
				Array.from({ length: WORKERS }, () => n8n.begin(flow.id, flow.trigger)),
			);
			for (const one of await Promise.all(some.map((id) => workerOf(queue, id)))) {
				busy.add(one.name);
			}
			begun.push(...some);
		}
		ledger.equal('workers that took part', busy.size, WORKERS);
		return await Promise.all(begun.map((id) => n8n.finished(id)));
	}

	async function measured(requestsPerSecond) {
		const flow = await flowAt(requestsPerSecond);
		await sandbox.clearLog();
		await sandbox.set({ throttle: { requests: REFUSED_ABOVE, windowMs: 1_000 } });
		try {
			const ended = await onEveryWorker(flow);
			const log = await sandbox.log();
			const times = log.map(({ at }) => at);
			return {
				ended,
				rows: ended.flatMap((one) => rowsOf(one, flow.node)),
				requests: log.length,
				refused: log.filter(({ status }) => status === 429).length,
				seconds: (Math.max(...times) - Math.min(...times)) / 1_000,
			};
		} finally {
			await sandbox.set({ throttle: null });
		}
	}

	test('four workers can run', async () => {
		while (queue.workers.length < WORKERS) added.push(await queue.addWorker());
		await Promise.all(added.map((worker) => worker.start()));
		ledger.equal('workers', queue.workers.length, WORKERS);
	});

	test('four workers, each with a quarter of the pace, together keep to it', async () => {
		const run = await measured(PER_SECOND / WORKERS);

		ledger.equal('refused', run.refused, 0);
		ledger.equal('rows', run.rows.length, run.ended.length * items.length);
		const most = Math.floor(PER_SECOND * run.seconds) + WORKERS + PER_SECOND;
		ledger.atMost('requests in the time between the first and the last', run.requests, most);
	});

	test('each with the whole pace they are too many for it: the share is what keeps it', async () => {
		const run = await measured(PER_SECOND);

		ledger.atLeast('refused', run.refused, 1);
		ledger.equal('rows', run.rows.length, run.ended.length * items.length);
	});

	test('the two further workers end', async () => {
		await Promise.all(added.map((worker) => worker.stop()));
		queue.workers.splice(queue.workers.length - added.length, added.length);
		ledger.equal('workers', queue.workers.length, 2);
	});
}
