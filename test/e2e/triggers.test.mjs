import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import axios from 'axios';
import { useDemo } from './support/demo.mjs';

const { n8n, sandbox, workflows } = await useDemo();
const { id } = workflows['registration-became-active.json'];
const TRIGGER = 'When a Registration Became Active';

const messagesIn = ({ runData }) =>
	runData['Write the Message'].flatMap(({ data }) => data.main[0].map(({ json }) => json));

/** n8n looks once a minute at most, so this waits; the test's own end is the time-out. */
async function executionsOf(workflowId, count) {
	for (;;) {
		const found = await n8n.executions(workflowId);
		if (found.length >= count) return found;
		await sleep(1000);
	}
}

const hasLooked = async () =>
	(await sandbox.requests()).some(
		({ method, path }) => method === 'GET' && path.endsWith('/recipients/providers/requests'),
	);

test('the template shows a message for real registrations as a test event', async () => {
	const run = await n8n.run(id, TRIGGER);
	assert.equal(run.status, 'success', run.error?.message);
	const messages = messagesIn(run);
	assert.ok(messages.length > 0);
	for (const { message } of messages) {
		assert.match(message, /^.+ can be connected at .+ now, \d+ days after the request\.$/);
	}
});

test(
	'a published trigger starts one execution for what became active',
	{ timeout: 180_000 },
	async () => {
		const template = await n8n.workflow(id);
		const nodes = template.nodes.map((node) =>
			node.name === TRIGGER
				? {
						...node,
						parameters: { ...node.parameters, pollTimes: { item: [{ mode: 'everyMinute' }] } },
					}
				: node,
		);
		const { connections, settings } = template;
		const created = await n8n.createWorkflow({
			name: 'Trigger test',
			nodes,
			connections,
			settings,
		});
		await sandbox.clearLog();
		await n8n.activate(created);
		// Publishing is not over when n8n answers: the first look is, once it has asked.
		while (!(await hasLooked())) await sleep(250);
		const [waiting] = (await sandbox.registrations()).filter(({ status }) => status !== 'ACTIVE');
		const { client_id, provider_id } = waiting;
		try {
			await axios.post(
				`${sandbox.url}/sandbox/registrations/activate`,
				{ client_id, provider_id },
				{ proxy: false },
			);
			const [execution, ...more] = await executionsOf(created.id, 1);
			assert.deepEqual(more, []);
			const rows = messagesIn(await n8n.finished(execution.id));
			assert.deepEqual(
				rows.map(({ recipientId, providerId }) => [recipientId, providerId]),
				[[client_id, String(provider_id)]],
			);
		} finally {
			await n8n.deactivate(created.id);
		}
	},
);
