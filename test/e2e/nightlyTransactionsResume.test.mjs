import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { TABLE } from '../../host/lib/customers.mjs';
import { storeCustomers } from '../../host/lib/manyCustomers.mjs';
import { nights } from './support/night.mjs';
import { ownN8n } from './support/ownN8n.mjs';

const CUSTOMERS = 11;
const BATCH = 4;
const FILE = 'nightly-transactions.json';
const TRANSACTIONS = 'flinks_transactions';
const FEW_DAYS = 1;

const own = await ownN8n();
after(own.close);
const { sandbox } = own;
const sync = nights(own, FILE);
await storeCustomers(own, CUSTOMERS);
await makeSmaller();

/** Few days and small batches, so that few rows are written; everything else is as in the template. */
async function makeSmaller() {
	const { n8n, workflows } = own;
	const { id, versionId, nodes, connections, settings } = await n8n.workflow(workflows[FILE].id);
	const named = (wanted) => nodes.find(({ name }) => name === wanted).parameters;
	named('Get Changes').options.firstDays = FEW_DAYS;
	named('Due').limit = BATCH;
	await n8n.call('PATCH', `/rest/workflows/${id}`, { nodes, connections, settings, versionId });
}

const customers = async () => await own.n8n.tableRows(TABLE);
const transactions = async () => await own.n8n.tableRows(TRANSACTIONS);
const ofReference = (rows, reference) => rows.filter((row) => row.reference === reference);

/** The earlier of a transaction's days: what decides whether it belongs to the table. */
const firstDayOf = ({ postedTimestamp, transactionTimestamp }) =>
	[postedTimestamp, transactionTimestamp]
		.filter(Boolean)
		.map((time) => time.slice(0, 10))
		.sort()[0];

/** That the table holds of these accounts what their banks list, once each. */
async function assertEqualToBanks(accountIds) {
	const rows = await transactions();
	const from = new Date(Date.now() - FEW_DAYS * 86_400_000).toISOString().slice(0, 10);
	for (const accountId of accountIds) {
		const atBank = (await sandbox.transactions(accountId))
			.map((record) => (record.transactionId ? record : Object.values(record)[0]))
			.filter((one) => firstDayOf(one) >= from)
			.map(({ transactionId, amount }) => [transactionId, Math.abs(amount)]);
		const inTable = rows
			.filter((row) => row.accountId === accountId)
			.map(({ transactionId, amount }) => [transactionId, Math.abs(amount)]);
		assert.deepEqual(inTable.sort(), atBank.sort(), `account ${accountId}`);
	}
}

const accountsOf = (rows) => [...new Set(rows.map(({ accountId }) => accountId))];

test('killed between the rows and the sync state, while the bank changes: nothing lost, nothing doubled', async () => {
	await sync.begin();
	// A later batch has stored rows of somebody whose state is not stored yet.
	await sync.rowsThat(async (now) => {
		if (now.filter(({ syncedAt }) => syncedAt).length < BATCH) return false;
		const held = new Set((await transactions()).map(({ connectionId }) => connectionId));
		return now.some(
			({ connectionId, syncedAt, takenUntil }) =>
				!syncedAt && takenUntil > 0 && held.has(connectionId),
		);
	});
	await own.kill();
	await own.startAgain();

	const before = await customers();
	const open = before.filter(({ syncedAt }) => !syncedAt);
	const killed = (await transactions()).filter(({ connectionId }) =>
		open.some((row) => row.connectionId === connectionId && row.takenUntil > 0),
	);
	assert.ok(killed.length > 0, 'nobody had rows and no state');
	const [victim] = killed;
	await sandbox.atBank(victim.accountId, [
		{ do: 'remove', id: victim.transactionId },
		{ do: 'add', amount: -8.4, description: 'WHILE N8N WAS DOWN' },
	]);
	await sandbox.clearLog();

	await sync.quarterOfAnHourLater();
	// The nightly refresh has had them meanwhile.
	await own.n8n.changeTableRows(TABLE, { takenUntil: 1 }, { takenBy: 'refresh 1', takenUntil: 0 });
	const summary = await sync.run();
	assert.equal(summary.customers, open.length);
	assert.deepEqual([summary.ended, summary.otherProblems, summary.complete], [0, 0, true]);
	const asked = new Set(
		(await sandbox.requests(undefined, 100_000)).flatMap(({ connectionId }) => connectionId ?? []),
	);
	assert.deepEqual(
		[...asked].filter((id) => before.some((row) => row.connectionId === id && row.syncedAt)),
		[],
	);
	const now = await transactions();
	const looked = [victim, ...ofReference(now, before[3].reference), now.at(-1)];
	await assertEqualToBanks(accountsOf([...looked, ...ofReference(now, victim.reference)]));
	const keys = now.map(({ accountId, syncId }) => `${accountId} ${syncId}`);
	assert.equal(new Set(keys).size, keys.length);
	for (const { syncState } of await customers()) assert.match(syncState, /^flinks-sync\.v1\./);
});

test('the next night finds in every batch what changed, and a later run of it nothing to do', async () => {
	const rows = await transactions();
	const some = [rows[0], rows[Math.floor(rows.length / 2)], rows.at(-1)];
	for (const { accountId } of some) {
		await sandbox.atBank(accountId, [{ do: 'add', amount: -3.2, description: 'ONE MORE' }]);
	}
	await own.n8n.changeTableRows(TABLE, { status: 'connected' }, { syncedAt: '' });

	const { customers: read, added, changed, removed, complete } = await sync.run();

	assert.deepEqual(
		{ read, added, changed, removed, complete },
		{
			read: (await customers()).length,
			added: some.length,
			changed: 0,
			removed: 0,
			complete: true,
		},
	);
	await assertEqualToBanks(accountsOf(some));
	await sandbox.clearLog();
	assert.equal((await sync.run()).customers, 0);
	assert.deepEqual(await sandbox.requests(), []);
});

test('two runs by hand at once both end, and the table is equal to what the banks list', async () => {
	const rows = await transactions();
	const { accountId } = rows[0];
	await sandbox.atBank(accountId, [{ do: 'add', amount: -5.1, description: 'WHILE TWO READ' }]);
	await sandbox.clearLog();

	const ids = [await sync.beginByHand(), await sync.beginByHand()];
	const both = [await sync.summaryOf(ids[0]), await sync.summaryOf(ids[1])];

	assert.equal(both[0].added + both[1].added, 1);
	assert.ok(both.every(({ ended, otherProblems }) => ended === 0 && otherProblems === 0));
	const held = await customers();
	assert.ok(both[0].customers + both[1].customers <= 2 * held.length);
	assert.ok(held.every(({ takenUntil }) => takenUntil === 0));
	await assertEqualToBanks(accountsOf(rows));
});
