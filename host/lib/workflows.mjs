import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { rowsOf } from './n8nApi.mjs';
import { workflowsDir } from './paths.mjs';

/** The importable workflows of this project, exactly as they are published. */
export function templates() {
	return readdirSync(workflowsDir)
		.filter((file) => file.endsWith('.json'))
		.sort()
		.map((file) => {
			const text = readFileSync(path.join(workflowsDir, file), 'utf8');
			return {
				file,
				hash: createHash('sha256').update(text).digest('hex'),
				workflow: JSON.parse(text),
			};
		});
}

/** The node a person starts with *Execute workflow*. */
export const manualTriggerOf = ({ nodes }) =>
	nodes.find(({ type }) => type === 'n8n-nodes-base.manualTrigger').name;

/** The nodes nothing follows: their items are the workflow's result. */
const resultNodesOf = ({ nodes, connections }) =>
	nodes.map(({ name }) => name).filter((name) => !connections[name] && !isTrigger(nodes, name));

function isTrigger(nodes, name) {
	const { type } = nodes.find((node) => node.name === name);
	return /trigger$/i.test(type) || type === 'n8n-nodes-base.stickyNote';
}

/** Whether customers start it from their browser, for which it has to be published. */
const isStartedByCustomers = ({ nodes }) =>
	nodes.some(({ type }) => type === 'n8n-nodes-flinks-outbound.flinksConnectionTrigger');

/** Two published workflows cannot answer at one address, so an older one gives way. */
async function create(n8n, workflow, older) {
	if (older?.active) await n8n.deactivate(older.id);
	const created = await n8n.createWorkflow(workflow);
	if (isStartedByCustomers(workflow)) await n8n.activate(created);
	return created;
}

/**
 * Imports each template once. What a person changed in the editor is left alone until the template
 * itself changes; credentials are found by n8n through their names.
 * @param {Record<string, {id: string, hash: string}>} known what earlier starts imported, by file
 */
export async function importTemplates(n8n, known = {}) {
	const imported = {};
	for (const { file, hash, workflow } of templates()) {
		const before = known[file] && (await n8n.workflow(known[file].id));
		const kept = known[file]?.hash === hash && before;
		const { id } = kept || (await create(n8n, workflow, before));
		imported[file] = { id, hash };
	}
	return imported;
}

const isStartedByHand = ({ nodes }) =>
	nodes.some(({ type }) => type === 'n8n-nodes-base.manualTrigger');

/** Whether it makes something at Flinks that somebody must want. */
const makesRecipients = ({ nodes }) =>
	nodes.some(({ type }) => type === 'n8n-nodes-flinks-outbound.flinksDataRecipients');

/**
 * The imported workflows that show something at once; the others wait for customers, changes or somebody
 * who fills them in.
 */
export const showable = (imported) =>
	templates()
		.filter(({ workflow }) => isStartedByHand(workflow))
		.filter(({ workflow }) => !isStartedByCustomers(workflow) && !makesRecipients(workflow))
		.map(({ file, workflow }) => ({ id: imported[file].id, name: workflow.name }));

/**
 * Runs one workflow by its manual trigger.
 * @returns its status, the rows of each node that ran and that nothing follows, and, if it failed,
 * why in words
 */
export async function runWorkflow(n8n, id) {
	const workflow = await n8n.workflow(id);
	const execution = await n8n.run(id, manualTriggerOf(workflow));
	const { message, description } = execution.error ?? {};
	return {
		name: workflow.name,
		status: execution.status,
		results: resultNodesOf(workflow)
			.filter((node) => execution.runData[node])
			.map((node) => ({ node, rows: rowsOf(execution, node) })),
		problem: [message, description].filter(Boolean).join('\n'),
	};
}
