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
	endpoint: 'F4',
	parameters: {},
	nameOf: ({ description }) => description,
	keyOf: ({ syncId }) => syncId,
};
const registrations = {
	type: 'flinksRegistrationTrigger',
	role: 'partner',
	endpoint: 'G2',
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

/** Something that can happen, how its row will be named, and what Flinks' answer has in it then. */
const happenings = new Map([
	[
		transactions,
		async () => {
			spent += 1;
			const description = `CAFE ${'ABCDEFGHIJKLMNOPQ'[spent]}`;
			const happen = () => sandbox.spend({ accountId, amount: -spent, description });
			return { name: description, body: description, happen };
		},
	],
	[
		registrations,
		async () => {
			const held = await sandbox.registrations();
			const one = held.find(({ status }) => status.startsWith('PENDING'));
			const { client_id: recipientId, provider_id: providerId } = one;
			return {
				name: `${recipientId} ${providerId} ACTIVE`,
				body: `"client_id":"${recipientId}"[^{}]*"provider_id":${providerId},[^{}]*"ACTIVE"`,
				happen: () => sandbox.activate(one),
			};
		},
	],
]);

async function happened(trigger) {
	const { name, happen } = await happenings.get(trigger)();
	await happen();
	return name;
}

/** Something new, which the trigger asks about and gets no answer. */
async function unanswered(trigger) {
	await sandbox.goWrong({ on: trigger.endpoint, answer: 'silence' });
	const name = await happened(trigger);
	const isAsked = async () => (await sandbox.faults()).some(({ met }) => met > 0);
	assert.ok(await waitUntil(isAsked, WAIT), `${trigger.type} does not look`);
	return name;
}

/** Where n8n is killed: with which trigger at which point, and which one waits for an answer meanwhile. */
const KILLS = [
	['given out', transactions, registrations],
	['given out', registrations, transactions],
	['answered', transactions],
	['answered', registrations],
	['stored', transactions],
	['stored', registrations],
];

/**
 * Lets something happen, kills n8n as soon as the trigger comes to the point with it, and starts it again.
 * @returns what has happened: `keys` are those of rows that were given out and are stored nowhere
 */
async function killed([point, trigger, other], env) {
	const cases = [];
	if (other) {
		cases.push({ point: 'unanswered', trigger: other, name: await unanswered(other), keys: [] });
	}
	const { name, body, happen } = await happenings.get(trigger)();
	mortal.dieAt({ point, workflowId: trigger.id, body });
	await happen();
	await mortal.died();
	const given = point === 'given out' ? mortal.givenOut() : [];
	const keys = given.filter((row) => trigger.nameOf(row) === name).map(trigger.keyOf);
	if (point === 'given out') assert.equal(keys.length, 1, `${trigger.type}: what was given out`);
	cases.push({ point, trigger, name, keys });
	await sandbox.goRight();
	await mortal.start(env);
	return cases;
}

/** n8n killed everywhere; whatever is not `perhaps` lost is handed over before the next kill. */
async function killedEverywhere(env, isPerhapsLost = () => false) {
	const all = [];
	for (const kill of KILLS) {
		for (const one of await killed(kill, env)) {
			const isThere = isPerhapsLost(one) || (await isHandedOver(one.trigger, one.name));
			assert.ok(isThere, `${one.trigger.type} killed when ${one.point}`);
			all.push(one);
		}
	}
	return all;
}

/** Another change of each, after which all earlier looks are over. */
async function settled() {
	for (const trigger of [transactions, registrations]) {
		const name = await happened(trigger);
		assert.ok(await isHandedOver(trigger, name), `${trigger.type}: ${name}`);
	}
}

async function assertOnce(trigger, name, when = '') {
	assert.equal((await rowsNamed(trigger, name)).length, 1, `${trigger.type}: ${name} ${when}`);
}

/** However often it was given out, it has the same key. */
async function assertOneKey({ trigger, name, point, keys }) {
	const rows = await rowsNamed(trigger, name);
	const all = new Set([...keys, ...rows.map(trigger.keyOf)]);
	assert.equal(all.size, 1, `${trigger.type} killed when ${point}: ${[...all]}`);
}

test('without durable cursors nothing is lost where a look is killed, and a repeat has the same ID', async (t) => {
	const isPerhapsLost = ({ point, trigger }) => point === 'stored' && trigger === registrations;
	const cases = await killedEverywhere({}, isPerhapsLost);
	await settled();
	for (const one of cases) {
		if (isPerhapsLost(one)) {
			const { length } = await rowsNamed(one.trigger, one.name);
			assert.ok(length <= 1, one.name);
			t.diagnostic(`Registration Trigger killed between both writes: handed over ${length} times`);
			continue;
		}
		await assertOneKey(one);
		if (one.trigger === registrations) await assertOnce(registrations, one.name, one.point);
	}
});

test('with durable cursors each change is handed over exactly once, whenever n8n is killed', async () => {
	await mortal.stop();
	await mortal.start(CURSORS);
	await settled();
	const cases = await killedEverywhere(CURSORS);
	await settled();
	for (const one of cases) {
		await assertOnce(one.trigger, one.name, one.point);
		await assertOneKey(one);
	}
});

test('with durable cursors nothing is passed over between publishing and the first look on schedule', async () => {
	const later = { ...transactions };
	await publish(later);
	const name = await happened(transactions);
	assert.ok(await isHandedOver(later, name));
	await assertOnce(later, name);
});
