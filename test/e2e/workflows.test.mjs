import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runWorkflow } from '../../host/lib/workflows.mjs';
import { useDemo } from './support/demo.mjs';

const { n8n, sandbox, workflows } = await useDemo();
const run = (file) => runWorkflow(n8n, workflows[file].id);

test('the registration audit reports what the sandbox holds', async () => {
	const held = await sandbox.registrations();
	const result = await run('registration-audit.json');
	assert.equal(result.status, 'success', result.problem);
	assert.ok(held.length > 0);
	console.log(result.rows);
});

test('the account fetch gives the accounts of the consent', async () => {
	const result = await run('account-fetch.json');
	assert.equal(result.status, 'success', result.problem);
	console.log(result.rows);
});
