import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runWorkflow } from '../../host/lib/workflows.mjs';
import { useDemo } from './support/demo.mjs';

const { n8n, sandbox, workflows } = await useDemo();

/** The rows of each end of the workflow, by its node. */
async function run(file) {
	const { status, problem, results } = await runWorkflow(n8n, workflows[file].id);
	assert.equal(status, 'success', problem);
	return Object.fromEntries(results.map(({ node, rows }) => [node, rows]));
}

test('the registration audit reports what the sandbox holds', async () => {
	const held = await sandbox.registrations();
	const waiting = held.filter(({ status }) => status !== 'ACTIVE');
	assert.ok(
		waiting.length > 1 && waiting.length < held.length,
		'the seed has too little to tell apart',
	);

	const { 'Write the Report': report, 'Oldest First': list } = await run('registration-audit.json');

	assert.equal(report.length, 1);
	assert.match(
		report[0].report,
		new RegExp(`^${waiting.length} of ${held.length} registrations are waiting`),
	);
	assert.equal(report[0].active, held.length - waiting.length);
	const pairs = (rows, recipient, provider) =>
		rows.map((row) => `${row[recipient]} ${row[provider]} ${row.status}`).sort();
	assert.deepEqual(
		pairs(list, 'recipientId', 'providerId'),
		pairs(waiting, 'client_id', 'provider_id'),
	);
	const days = list.map(({ daysWaiting }) => daysWaiting);
	assert.deepEqual(
		days,
		days.toSorted((a, b) => b - a),
	);
	assert.equal(report[0].oldestRecipient, list[0].recipientName);
});

test('the registration audit asks for no registration again', async () => {
	await sandbox.clearLog();
	await run('registration-audit.json');
	const asked = await sandbox.requests();
	assert.ok(asked.length > 0);
	const changing = asked.filter(
		({ method, route }) => method !== 'GET' && route !== '/api/v1/token',
	);
	assert.deepEqual(changing, []);
});

test('the account fetch gives one row for each account of the consent', async () => {
	const { 'Largest Balance First': accounts, 'Totals by Category': totals } =
		await run('account-fetch.json');

	assert.ok(accounts.length > 1);
	assert.equal(new Set(accounts.map(({ accountId }) => accountId)).size, accounts.length);
	for (const { balance, currency, accountNumberDisplay } of accounts) {
		assert.equal(typeof balance, 'number');
		assert.equal(currency, 'CAD');
		assert.match(accountNumberDisplay, /^\*+\d{1,4}$/);
	}
	const counted = totals.reduce((sum, { count_accountId: count }) => sum + count, 0);
	assert.equal(counted, accounts.length);
});
