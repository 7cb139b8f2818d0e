import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { rowsOf } from '../../host/lib/n8nApi.mjs';
import { answers } from '../../host/lib/waiting.mjs';
import { TABLE } from '../../host/lib/customers.mjs';
import { storeCustomers } from '../../host/lib/manyCustomers.mjs';
import { allComeBack } from './support/browser.mjs';
import { callbacksOf } from './support/links.mjs';
import { eventually, workerOf } from './support/workers.mjs';
import { hasEnded, statusOf, workflowOf } from './support/workflowOf.mjs';

const NAME = 'Flinks Outbound App (Many Customers) account';
const AWAY_MS = 20_000;
/** 60 requests, one after another, are on their way for longer than Postgres is away. */
const LONGER_MS = 1_000;
const CUSTOMERS = 20;
const ITEMS = 30;
const FIRST = 5_001;

/** Programs go away and come back. */
export async function tests(setup) {
	const { queue, sandbox, n8n, ledger, login, credentials } = setup;

	const isOne = ({ reference }) => reference.startsWith('many-05');
	await storeCustomers(setup, ITEMS, FIRST);

	/** A run over these connections that takes a while, because Flinks is slow. */
	async function longRun(what, latencyMs = 300) {
		const items = (await n8n.tableRows(TABLE))
			.filter(isOne)
			.map(({ reference, connection }) => ({ reference, connection }));
		const flow = await workflowOf(n8n, {
			name: `Slow: ${what}`,
			items,
			type: 'flinksGetAccounts',
			parameters: {
				authentication: 'customerConnection',
				resultType: 'lightweight',
				options: { requestsAtOnce: 1 },
			},
			credentials: { flinksOutboundAppApi: { id: credentials.app, name: NAME } },
		});
		await sandbox.clearLog();
		await sandbox.set({ latencyMs });
		const id = await n8n.begin(flow.id, flow.trigger);
		const worker = await workerOf(queue, id);
		await eventually('its first requests', async () => (await sandbox.log()).length >= 3);
		const references = items.map(({ reference }) => reference);
		return { flow, id, worker, references };
	}

	/** That every customer of a long run is in its rows, once, and was asked for once. */
	async function wasWhole(what, { flow, id, references }) {
		await eventually(`${what}: the run ends`, async () =>
			hasEnded(await statusOf(n8n, flow.id, id)),
		);
		await sandbox.set({ latencyMs: 0 });
		const execution = await n8n.finished(id);
		ledger.equal(`${what}: the run`, execution.status, 'success');
		const seen = new Set(rowsOf(execution, flow.node).map(({ reference }) => reference));
		ledger.lost(
			`${what}: customers in its rows`,
			references.filter((one) => !seen.has(one)),
		);
		const asked = (await sandbox.log())
			.filter(({ route, status }) => route.endsWith('/accounts') && status === 200)
			.map(({ connectionId }) => connectionId);
		ledger.doubled(
			`${what}: customers asked for`,
			asked.filter((one, at) => asked.indexOf(one) !== at),
		);
	}

	async function everyProcessIsReady() {
		for (const { name, url } of [queue.main, ...queue.workers, ...queue.webhooks]) {
			await eventually(`${name} is ready again`, () => answers(`${url}/healthz/readiness`));
		}
	}

	async function connects(what) {
		const names = Array.from({ length: CUSTOMERS }, (_, index) => `after-${what}-${index}`);
		const addresses = await callbacksOf(setup, names);
		return {
			async comeBack() {
				const pages = await allComeBack(addresses);
				ledger.lost(
					`${what}: customers who are told that they are connected`,
					names.filter((_, index) => pages[index].status !== 200),
				);
			},
			async areStored() {
				const stored = async () =>
					(await n8n.tableRows(TABLE))
						.map(({ reference }) => reference)
						.filter((one) => names.includes(one));
				await eventually(`${what}: their rows`, async () => (await stored()).length >= CUSTOMERS);
				const there = await stored();
				ledger.doubled(
					`${what}: rows`,
					there.filter((one, at) => there.indexOf(one) !== at),
				);
			},
		};
	}

	test('SIGTERM of a worker finishes what is in flight', async () => {
		const run = await longRun('SIGTERM');
		run.worker.child.signal('SIGTERM');
		ledger.equal('SIGTERM: how the worker ended', await run.worker.child.exited, 0);
		await wasWhole('SIGTERM', run);
		await run.worker.start();
	});

	test('main is restarted in mid-run: the run ends, and customers come back meanwhile', async () => {
		const run = await longRun('main');
		const customers = await connects('main');
		await queue.main.stop();
		await customers.comeBack();
		await queue.main.start();
		await n8n.enter(login);
		await customers.areStored();
		await wasWhole('main', run);
	});

	test('Redis is gone for 20 s: the run ends, and customers connect once it is back', async () => {
		const run = await longRun('redis');
		const customers = await connects('redis');
		await queue.redis.stop();
		await sleep(AWAY_MS);
		await queue.redis.start();
		await wasWhole('redis', run);
		await customers.comeBack();
		await customers.areStored();
	});

	// What ends while n8n has no database is not written by n8n, so this run is longer than that.
	test('Postgres is gone for 20 s: a longer run ends, and customers connect once all processes have it back', async () => {
		const run = await longRun('postgres', LONGER_MS);
		const customers = await connects('postgres');
		await queue.postgres.stop();
		await sleep(AWAY_MS);
		await queue.postgres.start();
		// What a worker takes before it has found Postgres again fails, and n8n keeps nothing of it.
		await everyProcessIsReady();
		await customers.comeBack();
		await customers.areStored();
		await wasWhole('postgres', run);
	});
}
