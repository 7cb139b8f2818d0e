import { test } from 'node:test';
import { manualTriggerOf } from '../../host/lib/workflows.mjs';
import { NIGHTLY, TABLE } from '../e2e/support/customers.mjs';
import { storeCustomers } from '../e2e/support/manyCustomers.mjs';
import { eventually, workerOf } from './support/workers.mjs';
import { hasEnded, statusOf } from './support/workflowOf.mjs';

const COUNT = 200;
const LONG_MS = 900_000;

/** Nightly runs over connections whose refresh token Flinks replaces at each renewal. */
export async function tests(setup) {
	const { queue, sandbox, n8n, ledger, workflows } = setup;
	const { id } = workflows[NIGHTLY];
	const trigger = manualTriggerOf(await n8n.workflow(id));
	const isOne = ({ reference }) => reference >= 'many-00001' && reference <= 'many-00200';
	const rows = async () => (await n8n.tableRows(TABLE)).filter(isOne);
	const endedIn = (list) => list.filter(({ status }) => status === 'ended');
	/** Connections that Flinks does not renew any more, by ID. */
	const revoked = async () =>
		new Set((await sandbox.connections()).filter((one) => one.revoked).map((one) => one.id));
	const renewed = async () =>
		(await sandbox.tokenRequests('refresh_token')).filter(({ status }) => status === 200);
	/** All of them, at a sandbox that replaces refresh tokens and ends a connection whose old one comes again. */
	async function connected() {
		await sandbox.set({ refreshRotation: true, refreshReuse: 'ends connection' });
		if ((await rows()).length === 0) await storeCustomers(setup, COUNT);
		await sandbox.clearLog();
	}
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
		const read = new Set((await renewed()).map(({ connectionId }) => connectionId));
		ledger.lost(
			'customers who were read',
			all.filter((row) => !read.has(row.connectionId)),
		);
	});

	test('the next night reads them all from what was stored', async () => {
		await connected();
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
}
