import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rowsOf } from '../../host/lib/n8nApi.mjs';
import { waitUntil } from '../../host/lib/waiting.mjs';
import { templates } from '../../host/lib/workflows.mjs';
import { useDemo } from './support/demo.mjs';

const { n8n, sandbox, filledIn, credentials } = await useDemo();
const WAIT = { timeoutMs: 60_000, everyMs: 300 };
/** Every ten seconds; n8n refuses a star there, and offers minutes to operators. */
const OFTEN = {
	item: [{ mode: 'custom', cronExpression: '0,10,20,30,40,50 * * * * *' }],
};

/** Publishes a workflow and waits until its first look is over. @returns its id */
async function publish(workflow, route) {
	await sandbox.clearLog();
	const created = await n8n.createWorkflow(workflow);
	await n8n.activate(created);
	const looked = async () =>
		(await sandbox.requests()).some((entry) => entry.route.endsWith(route) && entry.status === 200);
	assert.ok(await waitUntil(looked, WAIT), 'the first look never came');
	await waitUntil(async () => (await sandbox.requests()).length > 1, WAIT);
	return created.id;
}

/** The items of a node in the one execution that the trigger has started. */
async function started(id, node) {
	const begun = async () => (await n8n.executions(id)).find(({ mode }) => mode === 'trigger');
	const execution = await waitUntil(begun, WAIT);
	assert.ok(execution, 'nothing was started');
	const finished = await n8n.finished(execution.id);
	assert.equal(finished.status, 'success');
	return rowsOf(finished, node);
}

/** Waits until the trigger has looked again, and makes sure that it started nothing more. */
async function staysSilent(id, executions) {
	await sandbox.clearLog();
	await waitUntil(async () => (await sandbox.requests()).length > 0, WAIT);
	const [first] = await sandbox.requests();
	assert.ok(first, 'it did not look again');
	assert.equal((await n8n.executions(id)).length, executions);
}

test('the template says once when a registration has become active', async () => {
	const { workflow } = templates().find(({ file }) => file === 'registration-became-active.json');
	const [trigger, ...others] = workflow.nodes;
	const often = { ...trigger, parameters: { ...trigger.parameters, pollTimes: OFTEN } };
	const id = await publish(
		{ ...workflow, nodes: [often, ...others] },
		'/recipients/providers/requests',
	);
	assert.deepEqual(await n8n.executions(id), []);

	const [waiting] = (await sandbox.registrations()).filter(
		({ status }) => status === 'PENDING_ACTIVATION',
	);
	await sandbox.activate(waiting);

	const rows = await started(id, 'Write the Message');
	assert.deepEqual(
		rows.map(({ recipientId, providerId }) => [recipientId, providerId]),
		[[waiting.client_id, String(waiting.provider_id)]],
	);
	assert.match(rows[0].message, /can be connected at .+ now/);
	await staysSilent(id, 1);
	await n8n.deactivate(id);
});

test('the Transaction Trigger starts once when the connected customer has spent money', async () => {
	const { type, name } = filledIn.recipient;
	const trigger = {
		id: 'trigger',
		name: 'Transactions',
		type: 'n8n-nodes-flinks-outbound.flinksTransactionTrigger',
		typeVersion: 1,
		position: [0, 0],
		parameters: { pollTimes: OFTEN },
		credentials: { [type]: { id: credentials.recipient, name } },
	};
	const after = {
		id: 'after',
		name: 'After',
		type: 'n8n-nodes-base.noOp',
		typeVersion: 1,
		position: [240, 0],
		parameters: {},
	};
	const id = await publish(
		{
			name: 'Transactions',
			nodes: [trigger, after],
			connections: { Transactions: { main: [[{ node: 'After', type: 'main', index: 0 }]] } },
			settings: { executionOrder: 'v1' },
		},
		'/transactions',
	);
	assert.deepEqual(await n8n.executions(id), []);

	const [{ accountId }] = await sandbox.accounts();
	const spent = { accountId, amount: -12.34, description: 'A NEW CAFE' };
	await sandbox.spend(spent);

	const rows = await started(id, 'After');
	assert.deepEqual(
		rows.map(({ accountId: account, amount, change }) => [account, amount, change]),
		[[accountId, -12.34, 'added']],
	);
	await staysSilent(id, 1);
	await n8n.deactivate(id);
});
