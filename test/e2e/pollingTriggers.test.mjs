import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { rowsOf } from '../../host/lib/n8nApi.mjs';
import { waitUntil } from '../../host/lib/waiting.mjs';
import { templates } from '../../host/lib/workflows.mjs';
import { useDemo } from './support/demo.mjs';
import { published as isPublished } from './support/published.mjs';

const { n8n, sandbox, filledIn, credentials } = await useDemo();
/** n8n looks once a minute at most. */
const WAIT = { timeoutMs: 100_000, everyMs: 300 };
const OFTEN = { item: [{ mode: 'everyMinute' }] };
const published = [];
after(() => Promise.all(published.map((id) => n8n.deactivate(id))));

/** How often a trigger has asked its own list since the log was emptied. */
const looks = async (route) =>
	(await sandbox.requests()).filter((entry) => entry.route.endsWith(route)).length;

async function publish(workflow) {
	const created = await n8n.createWorkflow(workflow);
	await n8n.activate(created);
	published.push(created.id);
	return created.id;
}

function becameActive() {
	const { workflow } = templates().find(({ file }) => file === 'registration-became-active.json');
	const [trigger, ...others] = workflow.nodes;
	const often = { ...trigger, parameters: { ...trigger.parameters, pollTimes: OFTEN } };
	return { ...workflow, nodes: [often, ...others] };
}

function transactions() {
	const { type, name } = filledIn.recipient;
	const node = (id, nodeType, more) => ({ id, name: id, type: nodeType, typeVersion: 1, ...more });
	return {
		name: 'Transactions of the connected account',
		nodes: [
			node('Trigger', 'n8n-nodes-flinks-outbound.flinksTransactionTrigger', {
				position: [0, 0],
				parameters: { pollTimes: OFTEN },
				credentials: { [type]: { id: credentials.recipient, name } },
			}),
			node('After', 'n8n-nodes-base.noOp', { position: [240, 0], parameters: {} }),
		],
		connections: { Trigger: { main: [[{ node: 'After', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	};
}

/** The items of a node in the execution that the trigger has started. */
async function started(id, node) {
	const begun = async () => (await n8n.executions(id)).find(({ mode }) => mode === 'trigger');
	const execution = await waitUntil(begun, WAIT);
	assert.ok(execution, 'nothing was started');
	const finished = await n8n.finished(execution.id);
	assert.equal(finished.status, 'success');
	return rowsOf(finished, node);
}

const REGISTRATIONS = '/recipients/providers/requests';
const TRANSACTIONS = '/transactions';
const [{ accountId }] = await sandbox.accounts();
await sandbox.clearLog();
const registrationId = await publish(becameActive());
const transactionId = await publish(transactions());

test('after they are published both triggers look once and start nothing', async () => {
	for (const route of [REGISTRATIONS, TRANSACTIONS]) {
		assert.ok(await waitUntil(async () => (await looks(route)) > 0, WAIT), route);
	}
	for (const id of published) assert.ok(await isPublished(n8n, id, WAIT));
	assert.deepEqual(await n8n.executions(registrationId), []);
	assert.deepEqual(await n8n.executions(transactionId), []);
});

test('a registration that becomes active starts the template, which says so', async () => {
	const held = await sandbox.registrations();
	const waiting = held.find(({ status }) => status === 'PENDING_ACTIVATION');
	await sandbox.spend({ accountId, amount: -12.34, description: 'A NEW CAFE' });
	await sandbox.activate(waiting);

	const rows = await started(registrationId, 'Write the Message');

	assert.deepEqual(
		rows.map(({ recipientId, providerId }) => [recipientId, providerId]),
		[[waiting.client_id, String(waiting.provider_id)]],
	);
	assert.match(rows[0].message, /can be connected at .+ now/);
});

test('money that the connected customer has spent starts a workflow', async () => {
	const rows = await started(transactionId, 'After');
	assert.equal(rows.length, 1);
	assert.equal(rows[0].accountId, accountId);
	assert.equal(Math.abs(rows[0].amount), 12.34);
});

test('the looks after that start nothing', async () => {
	await sandbox.clearLog();
	for (const route of [REGISTRATIONS, TRANSACTIONS]) {
		assert.ok(await waitUntil(async () => (await looks(route)) > 0, WAIT), route);
	}
	assert.equal((await n8n.executions(registrationId)).length, 1);
	assert.equal((await n8n.executions(transactionId)).length, 1);
});
