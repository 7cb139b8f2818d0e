import axios from 'axios';
import { waitUntil } from '../../host/lib/waiting.mjs';

const READY_TIMEOUT_MS = 20_000;
const RUN_TIMEOUT_MS = 300_000;

const STOPWATCH = 'n8n-nodes-flinks-bench';

/**
 * Webhook, stopwatch on, the node to be measured, and `last` at one of its outputs; nothing of it is saved.
 * @param {{output?: number, responseData: string}} options
 */
function workflowAround(name, path, measured, last, { output = 0, responseData }) {
	const at = (x) => ({ position: [x, 0], typeVersion: 1 });
	const nodes = [
		{
			...at(0),
			name: 'Webhook',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			webhookId: path,
			parameters: {
				httpMethod: 'POST',
				path,
				responseMode: 'lastNode',
				responseData,
				options: {},
			},
		},
		{ ...at(200), name: 'Start', type: `${STOPWATCH}.benchStart`, parameters: {} },
		{ ...at(400), ...measured, name: 'Measured' },
		{ ...at(600), ...last, name: 'Last', parameters: {} },
	];
	const to = (node, at = 0) => {
		const main = Array.from({ length: at + 1 }, () => []);
		main[at] = [{ node, type: 'main', index: 0 }];
		return { main };
	};
	return {
		name,
		nodes: nodes.map((node) => ({ id: node.name, ...node })),
		connections: { Webhook: to('Start'), Start: to('Measured'), Measured: to('Last', output) },
		settings: {
			executionOrder: 'v1',
			saveDataSuccessExecution: 'none',
			saveDataErrorExecution: 'all',
			saveManualExecutions: false,
		},
	};
}

/** What n8n kept of a workflow's last execution, if it kept it: the webhook says only that there was an error. */
async function whyBroken(n8n, workflowId) {
	const [last] = await n8n.executions(workflowId);
	if (last === undefined) return '';
	const { error } = await n8n.finished(last.id);
	return ` ${error?.message} ${error?.description ?? ''}`;
}

/** Publishes a workflow that begins with a webhook; what is sent to it comes back as its answer. */
async function published(n8n, name, workflow, path) {
	const { id, versionId } = await n8n.createWorkflow(workflow);
	await n8n.call('POST', `/rest/workflows/${id}/activate`, { versionId });
	const http = axios.create({
		baseURL: n8n.url,
		proxy: false,
		timeout: RUN_TIMEOUT_MS,
		maxBodyLength: Infinity,
		validateStatus: () => true,
	});
	const send = (body) => http.post(`/webhook/${path}`, body);
	// Publishing goes on after the answer: the webhook answers 404 until it is done.
	await waitUntil(async () => (await send({ items: [] })).status !== 404, {
		timeoutMs: READY_TIMEOUT_MS,
	});
	return async (body) => {
		const { status, data } = await send(body);
		if (status === 200) return data;
		const why = await whyBroken(n8n, id);
		throw new Error(`${name} answered ${status}: ${JSON.stringify(data)?.slice(0, 500)}${why}`);
	};
}

const pathOf = (name) => name.toLowerCase().replace(/[^a-z0-9]+/g, '-');

/**
 * Puts a node into a workflow of its own.
 * @param {number} [output] of the node, where its rows are counted
 * @returns {Promise<(items: object[], how?: object) => Promise<object>>} one run of it (`how`: as
 *   `bench/probe/nodes/stopwatch.js` says): what the stopwatch showed, and `wallMs` as the caller of the webhook saw it
 */
export async function runnerFor(n8n, name, measured, output) {
	const stop = { type: `${STOPWATCH}.benchStop` };
	const options = { output, responseData: 'firstEntryJson' };
	const path = pathOf(name);
	const run = await published(n8n, name, workflowAround(name, path, measured, stop, options), path);
	return async (items, how) => {
		const startedAt = performance.now();
		const data = await run({ items, ...how });
		if (typeof data?.ms === 'number') return { ...data, wallMs: performance.now() - startedAt };
		throw new Error(`${name} answered ${JSON.stringify(data)?.slice(0, 500)}`);
	};
}

/** Runs a node once, nothing measured. @returns {Promise<object[]>} what came out at that output */
export async function collectFrom(n8n, name, node, output, items) {
	const nothing = { type: 'n8n-nodes-base.noOp' };
	const options = { output, responseData: 'allEntries' };
	const path = pathOf(name);
	const run = await published(n8n, name, workflowAround(name, path, node, nothing, options), path);
	return await run({ items });
}
