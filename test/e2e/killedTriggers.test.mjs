import { parse } from 'flatted';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { waitUntil } from '../../host/lib/waiting.mjs';
import { useDemo } from './support/demo.mjs';
import { mortalN8n } from './support/mortalN8n.mjs';
import { published } from './support/published.mjs';

/** n8n then keeps a trigger's state in the same write as the execution. The rest makes it look often. */
const CURSORS = {
	N8N_SCHEDULER_ENABLED: 'true',
	N8N_SCHEDULER_POLL_TRIGGERS_ENABLED: 'true',
	N8N_POLLER_DURABLE_CURSORS_ENABLED: 'true',
	N8N_SCHEDULER_MATERIALIZATION_INTERVAL: '1',
	N8N_SCHEDULER_EXECUTOR_INTERVAL: '1',
	N8N_SCHEDULER_REAPER_INTERVAL: '1',
};
const WAIT = { timeoutMs: 120_000, everyMs: 200 };
/** No schedule may be shorter than a minute, but a trigger may have several. */
const OFTEN = {
	item: Array.from({ length: 20 }, (_, index) => ({
		mode: 'custom',
		cronExpression: `${index * 3} * * * * *`,
	})),
};

const demo = await useDemo();
const mortal = await mortalN8n(demo);
const { n8n, sandbox } = mortal;
after(() => mortal.end());

let credentials;
let accountId;
const transactions = {
	type: 'flinksTransactionTrigger',
	role: 'recipient',
	parameters: {},
	nameOf: ({ description }) => description,
	keyOf: ({ syncId }) => syncId,
};
const registrations = {
	type: 'flinksRegistrationTrigger',
	role: 'partner',
	parameters: { event: 'anyChange' },
	nameOf: ({ recipientId, providerId, status }) => `${recipientId} ${providerId} ${status}`,
	keyOf: ({ changeId }) => changeId,
};

before(async () => {
	await mortal.start();
	credentials = await mortal.credentials();
	[{ accountId }] = await sandbox.accounts();
	await publish(transactions);
	await publish(registrations);
});

async function publish(trigger) {
	const { type, role, parameters } = trigger;
	const { type: credential, name } = demo.filledIn[role];
	const node = (id, more) => ({ id: `${type} ${id}`, name: id, typeVersion: 1, ...more });
	const workflow = await n8n.createWorkflow({
		name: type,
		nodes: [
			node('Trigger', {
				type: `n8n-nodes-flinks-outbound.${type}`,
				position: [0, 0],
				parameters: { pollTimes: OFTEN, ...parameters },
				credentials: { [credential]: { id: credentials[role], name } },
			}),
			node('After', { type: 'n8n-nodes-base.noOp', position: [240, 0], parameters: {} }),
		],
		connections: { Trigger: { main: [[{ node: 'After', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	});
	await n8n.activate(workflow);
	assert.ok(await published(n8n, workflow.id, WAIT));
	trigger.id = workflow.id;
}

/** What the trigger has handed to executions, those included that n8n was killed in. */
async function handedOver({ id: workflowId }) {
	const executions = await n8n.executions(workflowId);
	const rows = await Promise.all(
		executions.map(async ({ id }) => {
			const { data } = await n8n.call('GET', `/rest/executions/${id}`);
			const { resultData, executionData } = parse(data);
			const begun = resultData.runData.Trigger?.[0]?.data?.main;
			const first = executionData?.nodeExecutionStack.find(({ node }) => node.name === 'Trigger');
			return (begun ?? first?.data.main ?? []).flat().map(({ json }) => json);
		}),
	);
	return rows.flat();
}

const rowsNamed = async (trigger, name) =>
	(await handedOver(trigger)).filter((row) => trigger.nameOf(row) === name);
const isHandedOver = async (trigger, name) =>
	await waitUntil(async () => (await rowsNamed(trigger, name)).length > 0, WAIT);

let spent = 0;

/** Something new for the trigger; what its row will be named. */
const happenings = new Map([
	[
		transactions,
		async () => {
			spent += 1;
			const description = `CAFE ${'ABCDEFGHIJKLMNOPQ'[spent]}`;
			await sandbox.spend({ accountId, amount: -spent, description });
			return description;
		},
	],
	[
		registrations,
		async () => {
			const held = await sandbox.registrations();
			const one = held.find(({ status }) => status === 'PENDING_ACTIVATION');
			await sandbox.activate(one);
			return `${one.client_id} ${one.provider_id} ACTIVE`;
		},
	],
]);

/** Something new, and n8n is killed as soon as the trigger comes to the point with it. */
async function killedAt(point, trigger, env) {
	mortal.dieAt(point, trigger.id);
	const name = await happenings.get(trigger)();
	await mortal.died();
	await mortal.start(env);
	return name;
}

/** Another change of each, after which all earlier looks are over. */
async function settled() {
	for (const trigger of [transactions, registrations]) {
		const name = await happenings.get(trigger)();
		assert.ok(await isHandedOver(trigger, name), `${trigger.type}: ${name}`);
	}
}

async function assertOnce(trigger, name) {
	assert.equal((await rowsNamed(trigger, name)).length, 1, `${trigger.type}: ${name}`);
}

test('without durable cursors no transaction is lost, and a repeat has the same ID', async () => {
	const first = await killedAt('given out', transactions);
	assert.ok(await isHandedOver(transactions, first));
	const second = await killedAt('stored', transactions);
	assert.ok(await isHandedOver(transactions, second));
	await settled();
	for (const name of [first, second]) {
		const keys = (await rowsNamed(transactions, name)).map(transactions.keyOf);
		assert.equal(new Set(keys).size, 1, name);
	}
});

test('with durable cursors each change is handed over exactly once, whenever n8n is killed', async () => {
	await mortal.stop();
	await mortal.start(CURSORS);
	await settled();
	const names = [];
	for (const [point, trigger] of [
		['given out', transactions],
		['stored', transactions],
		['given out', registrations],
		['stored', registrations],
	]) {
		const name = await killedAt(point, trigger, CURSORS);
		assert.ok(await isHandedOver(trigger, name), `${trigger.type} killed when ${point}`);
		names.push([trigger, name]);
	}
	await settled();
	for (const [trigger, name] of names) await assertOnce(trigger, name);
});

test('with durable cursors nothing is passed over between publishing and the first look on schedule', async () => {
	const later = { ...transactions };
	await publish(later);
	const name = await happenings.get(transactions)();
	assert.ok(await isHandedOver(later, name));
	await assertOnce(later, name);
});
