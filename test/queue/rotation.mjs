import { after, test } from 'node:test';
import { manualTriggerOf } from '../../host/lib/workflows.mjs';
import { NIGHTLY, TABLE } from '../e2e/support/customers.mjs';
import { storeCustomers } from '../e2e/support/manyCustomers.mjs';
import { eventually, workerOf } from './support/workers.mjs';
import { hasEnded, statusOf } from './support/workflowOf.mjs';

const COUNT = 1_000;
const BATCH = 50;
const LONG_MS = 300_000;

/** Nightly runs over connections whose refresh token Flinks replaces at each renewal. */
export async function tests(setup) {
	const { queue, sandbox, n8n, ledger, workflows } = setup;
	const { id } = workflows[NIGHTLY];
	const trigger = manualTriggerOf(await n8n.workflow(id));
	const isOne = ({ reference }) => reference.startsWith('many-');
	const rows = async () => (await n8n.tableRows(TABLE)).filter(isOne);
	const endedIn = (list) => list.filter(({ status }) => status === 'ended');
	/** Connections that Flinks does not renew any more, by ID. */
	const revoked = async () =>
		new Set((await sandbox.connections()).filter((one) => one.revoked).map((one) => one.id));
	const renewed = async () =>
		(await sandbox.tokenRequests('refresh_token')).filter(({ status }) => status === 200);
	const begin = async () => await n8n.begin(id, trigger);
	const end = async (execution) =>
		await eventually(
			`execution ${execution} ends`,
			async () => {
				const status = await statusOf(n8n, id, execution);
				return hasEnded(status) ? status : undefined;
			},
			LONG_MS,
		);
	after(() => sandbox.set({ refreshRotation: false, refreshReuse: 'refused', latencyMs: 0 }));

	test(`${COUNT} connections read by two workers at once: none is called ended`, async () => {
		await sandbox.set({ refreshRotation: true, refreshReuse: 'ends connection' });
		await storeCustomers(setup, COUNT);
		await sandbox.clearLog();

		const executions = await Promise.all([begin(), begin()]);
		const workers = await Promise.all(executions.map((one) => workerOf(queue, one)));
		ledger.equal('workers', new Set(workers.map(({ name }) => name)).size, 2);
		for (const execution of executions)
			ledger.equal('a nightly run', await end(execution), 'success');

		const dead = await revoked();
		const all = await rows();
		ledger.equal('customers in the table', all.length, COUNT);
		ledger.falseEnds(
			'flagged as ended',
			endedIn(all)
				.filter((row) => !dead.has(row.connectionId))
				.map(({ reference }) => reference),
		);
		ledger.lost(
			'connections that ended',
			all.filter((row) => dead.has(row.connectionId)),
		);
		const read = new Set((await renewed()).map(({ connectionId }) => connectionId));
		ledger.lost(
			'customers who were read',
			all.filter((row) => !read.has(row.connectionId)),
		);
	});

	test('the next night reads them all from what was stored', async () => {
		await nextNight(setup);
		await sandbox.clearLog();
		ledger.equal('the next night', await end(await begin()), 'success');
		const all = await rows();
		const dead = await revoked();
		ledger.falseEnds(
			'flagged as ended',
			endedIn(all).map(({ reference }) => reference),
		);
		ledger.lost(
			'connections that ended',
			all.filter((row) => dead.has(row.connectionId)),
		);
	});

	test('kill -9 of a worker in Get Accounts costs one batch at most; the others are read by the next run', async () => {
		await nextNight(setup);
		await sandbox.clearLog();
		await sandbox.set({ latencyMs: 60 });
		const before = new Map((await rows()).map((row) => [row.connectionId, row.connection]));
		const killed = await begin();
		const worker = await workerOf(queue, killed);
		await eventually('some batches', async () => (await renewed()).length >= 3 * BATCH + 10);
		await worker.kill();
		await sandbox.set({ latencyMs: 0 });

		const spent = new Set((await renewed()).map(({ connectionId }) => connectionId));
		const stored = (await rows()).filter((row) => row.connection !== before.get(row.connectionId));
		const kept = new Set(stored.map(({ connectionId }) => connectionId));
		const gone = [...spent].filter((one) => before.has(one) && !kept.has(one));
		ledger.atLeast('connections renewed before the kill', spent.size, 3 * BATCH);
		ledger.atLeast('connections stored before the kill', kept.size, BATCH);
		ledger.atMost('connections renewed and not stored', gone.length, BATCH);

		await worker.start();
		await sandbox.clearLog();
		ledger.equal('the next run', await end(await begin()), 'success');
		const ended = endedIn(await rows()).map(({ connectionId }) => connectionId);
		ledger.falseEnds(
			'flagged as ended',
			ended.filter((one) => !gone.includes(one)),
		);
		ledger.atMost('connections that ended', ended.length, BATCH);
	});
}

/** What has to be forgotten so that a run is another night's. */
async function nextNight() {
	// The template reads every stored connection in each run.
}
