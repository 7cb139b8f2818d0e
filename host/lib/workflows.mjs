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
export const resultNodesOf = ({ nodes, connections }) =>
	nodes.map(({ name }) => name).filter((name) => !connections[name] && !isTrigger(nodes, name));

function isTrigger(nodes, name) {
	const { type } = nodes.find((node) => node.name === name);
	return /trigger$/i.test(type) || type === 'n8n-nodes-base.stickyNote';
}

/**
 * Imports each template once. What a person changed in the editor is left alone until the template
 * itself changes; credentials are found by n8n through their names.
 * @param {Record<string, {id: string, hash: string}>} known what earlier starts imported, by file
 */
export async function importTemplates(n8n, known = {}) {
	const imported = {};
	for (const { file, hash, workflow } of templates()) {
		const before = known[file];
		const kept = before?.hash === hash && (await n8n.workflow(before.id));
		const { id } = kept || (await n8n.createWorkflow(workflow));
		imported[file] = { id, hash };
	}
	return imported;
}

/**
 * Runs one workflow by its manual trigger.
 * @returns its status, the rows of each node that nothing follows, and, if it failed, why in words
 */
export async function runWorkflow(n8n, id) {
	const workflow = await n8n.workflow(id);
	const execution = await n8n.run(id, manualTriggerOf(workflow));
	const { message, description } = execution.error ?? {};
	return {
		name: workflow.name,
		status: execution.status,
		results: resultNodesOf(workflow).map((node) => ({ node, rows: rowsOf(execution, node) })),
		problem: [message, description].filter(Boolean).join('\n'),
	};
}
