import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { filesIn } from '../../host/lib/n8nEnvironment.mjs';
import { runWorkflow, templates } from '../../host/lib/workflows.mjs';
import { useDemo } from './support/demo.mjs';

const { n8n, sandbox, workflows, stateDir } = await useDemo();

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

test('the statements of the connected account are written to files, each month the same ones', async () => {
	const { workflow } = templates().find(({ file }) => file === 'statements-to-drive.json');
	const folder = mkdtempSync(path.join(filesIn(path.join(stateDir, 'n8n')), 'statements-'));
	const text = JSON.stringify(workflow);
	assert.ok(text.includes('/home/node/.n8n-files/'), 'there is no folder to fill in');
	const filledIn = JSON.parse(text.replaceAll('/home/node/.n8n-files/', `${folder}/`));
	const settings = { ...workflow.settings, saveDataSuccessExecution: 'all' };
	const { id } = await n8n.createWorkflow({ ...filledIn, settings });

	const [first, second] = [await monthly(), await monthly()];

	assert.ok(first.length > 1);
	assert.deepEqual(readdirSync(folder).sort(), first);
	assert.deepEqual(second, first);
	for (const name of first) {
		assert.match(name, /^\d{4}-\d\d-\d\d [\w-]+ statement-.+\.pdf$/);
		assert.match(readFileSync(path.join(folder, name), 'latin1'), /^%PDF-/);
	}

	async function monthly() {
		const { status, error, runData } = await n8n.run(id, 'On the 5th of Each Month');
		assert.equal(status, 'success', error?.message);
		assert.ok(runData['Write the File']);
		return readdirSync(folder).sort();
	}
});
