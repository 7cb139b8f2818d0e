import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { waitUntil } from '../../host/lib/waiting.mjs';
import { TABLE } from '../../host/lib/customers.mjs';
import { NIGHTLY } from './support/customers.mjs';
import { storeCustomers } from '../../host/lib/manyCustomers.mjs';
import { nights } from './support/night.mjs';
import { ownN8n } from './support/ownN8n.mjs';

const CUSTOMERS = 119;
const BATCH = 50;
const ACCOUNTS = '/api/fdx/5/accounts';

const own = await ownN8n();
after(own.close);
const { sandbox } = own;
const refresh = nights(own, NIGHTLY);
await storeCustomers(own, CUSTOMERS);
// Slow enough to be killed in the middle of a batch.
await sandbox.set({ latencyMs: 150 });

const stored = async () => await own.n8n.tableRows(TABLE);
const isTaken = ({ takenUntil }) => takenUntil > Date.now();
const statuses = (rows) => [...new Set(rows.map(({ status }) => status))];

/** How often each connection's accounts were listed. */
async function timesRead() {
	const times = new Map();
	for (const { connectionId, status } of await sandbox.requests(ACCOUNTS, 100_000)) {
		if (status === 200) times.set(connectionId, (times.get(connectionId) ?? 0) + 1);
	}
	return times;
}

test('a refresh that is killed is continued by the next run, which does only the rest', async () => {
	await sandbox.clearLog();
	await refresh.begin();
	const rows = await refresh.rowsThat(
		(now) => now.some(({ refreshedAt }) => refreshedAt) && now.some(isTaken),
	);
	await own.kill();
	assert.ok(rows.filter(({ refreshedAt }) => refreshedAt).length < rows.length);
	await own.startAgain();

	const before = await stored();
	const done = before.filter(({ refreshedAt }) => refreshedAt).length;
	const taken = before.filter(isTaken).length;
	assert.ok(done >= BATCH && done + taken < before.length && taken <= BATCH);
	const rest = await refresh.run();
	assert.equal(rest.customers, before.length - done - taken);
	assert.equal(rest.complete, taken === 0);

	await refresh.quarterOfAnHourLater();
	const last = await refresh.run();
	assert.deepEqual(
		[last.customers, last.ended, last.otherProblems, last.complete],
		[taken, 0, 0, true],
	);
	const times = await timesRead();
	assert.equal(times.size, before.length);
	const twice = [...times.values()].filter((count) => count > 1).length;
	assert.ok(twice <= taken, `${twice} customers were read twice, ${taken} were taken`);
	assert.ok([...times.values()].every((count) => count <= 2));

	await sandbox.clearLog();
	const nothing = await refresh.run();
	assert.deepEqual([nothing.customers, nothing.complete], [0, true]);
	assert.deepEqual(await sandbox.requests(), []);
});

test('two runs at once share the customers; none is lost although tokens are replaced', async () => {
	await sandbox.set({ refreshRotation: true, latencyMs: 20 });
	await sandbox.letTokensExpire();
	await own.n8n.changeTableRows(TABLE, { status: 'connected' }, { refreshedAt: '' });
	await sandbox.clearLog();

	const ids = [await refresh.begin(), await refresh.begin()];
	const both = [await refresh.summaryOf(ids[0]), await refresh.summaryOf(ids[1])];

	const rows = await stored();
	assert.equal(both[0].customers + both[1].customers, rows.length);
	assert.ok(both.every(({ customers }) => customers > 0));
	assert.deepEqual(
		both.map(({ ended, otherProblems }) => [ended, otherProblems]),
		[
			[0, 0],
			[0, 0],
		],
	);
	assert.equal(both[0].changedConnections + both[1].changedConnections, rows.length);
	assert.deepEqual(statuses(rows), ['connected']);
	const times = await timesRead();
	assert.equal(times.size, rows.length);
	assert.ok([...times.values()].every((count) => count === 1));
});

test('runs by hand and of the schedule, all at once: each ends, and only who was begun before is read again', async () => {
	await sandbox.set({ refreshRotation: true, latencyMs: 150 });
	await sandbox.letTokensExpire();
	await own.n8n.changeTableRows(TABLE, { status: 'connected' }, { refreshedAt: '' });
	await sandbox.clearLog();

	const ids = [await refresh.beginByHand(), await refresh.beginByHand(), await refresh.begin()];
	const all = [];
	for (const id of ids) all.push(await refresh.summaryOf(id));

	const rows = await stored();
	assert.deepEqual(statuses(rows), ['connected']);
	assert.ok(all.every(({ ended, otherProblems }) => ended === 0 && otherProblems === 0));
	const times = await timesRead();
	assert.equal(times.size, rows.length);
	const twice = [...times.values()].filter((count) => count > 1).length;
	assert.ok(twice <= BATCH, `${twice} customers were read twice`);
	assert.ok([...times.values()].every((count) => count <= 2));
	await sandbox.set({ latencyMs: 0 });
});

test('two runs at once try a customer who fails in passing once each, and end', async () => {
	await own.n8n.changeTableRows(TABLE, { status: 'connected' }, { refreshedAt: '' });
	await sandbox.goWrong({ on: 'F2', customer: 'many-00007', answer: { status: 503 } });

	const ids = [await refresh.begin(), await refresh.begin()];
	const both = [await refresh.summaryOf(ids[0]), await refresh.summaryOf(ids[1])];

	await sandbox.goRight();
	const failed = both.map(({ otherProblems }) => otherProblems);
	assert.ok(Math.max(...failed) === 1, `tried ${failed.join(' and ')} times`);
	const last = await refresh.run();
	assert.deepEqual([last.customers, last.otherProblems, last.complete], [1, 0, true]);
});

test('what fails in passing is tried again by the next run of the night, and by that one only', async () => {
	await own.n8n.changeTableRows(TABLE, { status: 'connected' }, { refreshedAt: '' });
	await sandbox.set({ latencyMs: 0 });
	const reference = 'many-00007';
	const rowOf = async () => (await stored()).find((row) => row.reference === reference);
	await sandbox.goWrong({ on: 'F2', customer: reference, answer: { status: 503 } });

	const first = await refresh.run();
	const { customers, ended, otherProblems, complete, problems } = first;
	assert.deepEqual([ended, otherProblems, complete, problems.length], [0, 1, false, 1]);
	assert.equal(customers, (await stored()).length);
	assert.equal((await rowOf()).problem, problems[0]);

	await sandbox.goRight();
	const second = await refresh.run();
	assert.deepEqual([second.customers, second.otherProblems, second.complete], [1, 0, true]);
	assert.equal((await rowOf()).problem, '');
});

test('published, it is started by its schedule, and n8n keeps no run that succeeded', async () => {
	const { n8n, workflows } = own;
	const { id, versionId, nodes, connections, settings } = await n8n.workflow(workflows[NIGHTLY].id);
	const schedule = nodes.find(({ type }) => type === 'n8n-nodes-base.scheduleTrigger');
	schedule.parameters.rule.interval[0].expression = '*/5 * * * * *';
	await n8n.call('PATCH', `/rest/workflows/${id}`, { nodes, connections, settings, versionId });
	await n8n.changeTableRows(TABLE, { status: 'connected' }, { refreshedAt: '' });
	await n8n.activate(await n8n.workflow(id));
	await refresh.rowsThat((now) => now.every(({ refreshedAt }) => refreshedAt));
	await n8n.deactivate(id);
	// The killed run is there too: it was begun by hand, and its batch has crashed.
	const isLeft = ({ mode, status }) => mode !== 'manual' && status !== 'crashed';
	const noneLeft = async () => !(await n8n.executions(id)).some(isLeft);
	assert.ok(await waitUntil(noneLeft, { timeoutMs: 60_000, everyMs: 500 }));
});
