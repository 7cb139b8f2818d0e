import { test } from 'node:test';
import { byHandOf, scheduleOf } from '../e2e/support/night.mjs';
import { TABLE } from '../../host/lib/customers.mjs';
import { NIGHTLY } from '../e2e/support/customers.mjs';
import { storeCustomers } from '../../host/lib/manyCustomers.mjs';
import { eventually, workerOf } from './support/workers.mjs';
import { hasEnded, statusOf } from './support/workflowOf.mjs';

const COUNT = 1_000;
const BATCH = 50;
/** Less than the 30 s before which a token is renewed: every run renews. */
const TOKEN_S = 20;
const LONG_MS = 900_000;

/** Nightly runs over connections whose refresh token Flinks replaces at each renewal. */
export async function tests(setup) {
	const { queue, sandbox, n8n, ledger, workflows } = setup;
	const { id } = workflows[NIGHTLY];
	const template = await n8n.workflow(id);
	const trigger = scheduleOf(template);
	const last = `many-${String(COUNT).padStart(5, '0')}`;
	const isOne = ({ reference }) => reference >= 'many-00001' && reference <= last;
	const rows = async () => (await n8n.tableRows(TABLE)).filter(isOne);
	const endedIn = (list) => list.filter(({ status }) => status === 'ended');
	/** Connections that Flinks does not renew any more, by ID. */
	const revoked = async () =>
		new Set((await sandbox.connections()).filter((one) => one.revoked).map((one) => one.id));
	const renewed = async () =>
		(await sandbox.tokenRequests('refresh_token')).filter(({ status }) => status === 200);
	/** Each time that Flinks gave out a customer's accounts, the ID of their connection. */
	const reads = async () =>
		(await sandbox.log())
			.filter(({ route, status }) => route.endsWith('/accounts') && status === 200)
			.map(({ connectionId }) => connectionId);
	/** All of them, at a sandbox that replaces refresh tokens and ends a connection whose old one comes again. */
	async function connected() {
		await sandbox.set({
			refreshRotation: true,
			refreshReuse: 'ends connection',
			expiresIn: TOKEN_S,
		});
		if ((await rows()).length === 0) await storeCustomers(setup, COUNT);
		// As in another night.
		await n8n.changeTableRows(TABLE, { status: 'connected' }, { refreshedAt: '' });
		await sandbox.clearLog();
	}
	const begin = async (from = trigger) => await n8n.begin(id, from);
	const end = async (execution) =>
		await eventually(
			`execution ${execution} ends`,
			async () => {
				const status = await statusOf(n8n, id, execution);
				return hasEnded(status) ? status : undefined;
			},
			LONG_MS,
		);
	test(`${COUNT} connections read by two workers at once: none is called ended`, async () => {
		await connected();

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
		const seen = new Set(await reads());
		ledger.lost(
			'customers who were read',
			all.filter((row) => !seen.has(row.connectionId)),
		);
		ledger.atLeast('renewals', (await renewed()).length, COUNT);
	});

	test('the next night reads them all from what was stored', async () => {
		await connected();
		ledger.equal('the next night', await end(await begin()), 'success');
		const all = await rows();
		const dead = await revoked();
		const seen = new Set(await reads());
		ledger.lost(
			'customers who were read',
			all.filter((row) => !seen.has(row.connectionId)),
		);
		ledger.falseEnds(
			'flagged as ended',
			endedIn(all).map(({ reference }) => reference),
		);
		ledger.lost(
			'connections that ended',
			all.filter((row) => dead.has(row.connectionId)),
		);
	});

	test('two runs by hand at once on two workers both end, and read nobody more than twice', async () => {
		await connected();
		const byHand = byHandOf(template);
		const executions = [await begin(byHand), await begin(byHand)];
		for (const execution of executions)
			ledger.equal('a run by hand', await end(execution), 'success');

		const all = await rows();
		const times = new Map(all.map(({ connectionId }) => [connectionId, 0]));
		for (const one of await reads()) if (times.has(one)) times.set(one, times.get(one) + 1);
		const counts = [...times.values()];
		ledger.lost(
			'customers who were read',
			[...times].filter(([, count]) => count === 0),
		);
		ledger.atMost('times that one was read', Math.max(...counts), 2);
		ledger.falseEnds(
			'flagged as ended',
			endedIn(all).map(({ reference }) => reference),
		);
	});

	test('kill -9 of a worker in Get Accounts costs one batch at most; the others are read by the next run', async () => {
		await connected();
		await sandbox.set({ latencyMs: 60 });
		const before = new Map((await rows()).map((row) => [row.connectionId, row.connection]));
		const killed = await begin();
		const worker = await workerOf(queue, killed);
		// The table holds customers of other parts as well, and their rows come first.
		const renewedOfThese = async () =>
			new Set(
				(await renewed()).map(({ connectionId }) => connectionId).filter((one) => before.has(one)),
			);
		await eventually('some batches', async () => (await renewedOfThese()).size >= 2 * BATCH + 10);
		await worker.kill();
		await sandbox.set({ latencyMs: 0 });

		const spent = await renewedOfThese();
		const stored = (await rows()).filter((row) => row.connection !== before.get(row.connectionId));
		const kept = new Set(stored.map(({ connectionId }) => connectionId));
		const gone = [...spent].filter((one) => !kept.has(one));
		ledger.atLeast('connections renewed before the kill', spent.size, 2 * BATCH);
		ledger.atLeast('connections stored before the kill', kept.size, BATCH);
		ledger.atMost('connections renewed and not stored', gone.length, BATCH);

		await worker.start();
		await sandbox.clearLog();
		ledger.equal('the next run', await end(await begin()), 'success');
		const done = (await rows()).filter(({ refreshedAt }) => refreshedAt !== '');
		ledger.atLeast('customers who are done for the night', done.length, COUNT - BATCH);

		// What the killed run had taken is free again after 15 minutes: here they pass at once.
		await n8n.changeTableRows(TABLE, { takenBy: `refresh ${killed}` }, { takenUntil: 0 });
		ledger.equal('the run after 15 minutes', await end(await begin()), 'success');
		const ended = endedIn(await rows()).map(({ connectionId }) => connectionId);
		ledger.falseEnds(
			'flagged as ended',
			ended.filter((one) => !gone.includes(one)),
		);
		ledger.atMost('connections that ended', ended.length, BATCH);
	});
}
