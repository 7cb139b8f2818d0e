import axios from 'axios';
import { waitUntil } from '../../host/lib/waiting.mjs';

const READY_TIMEOUT_MS = 20_000;
const RUN_TIMEOUT_MS = 300_000;

/** Webhook, stopwatch on, the node to be measured, stopwatch off; nothing of it is saved. */
function workflowAround(name, path, measured) {
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
				responseData: 'firstEntryJson',
				options: {},
			},
		},
		{ ...at(200), name: 'Start', type: 'n8n-nodes-flinks-bench.benchStart', parameters: {} },
		{ ...at(400), ...measured, name: 'Measured' },
		{ ...at(600), name: 'Stop', type: 'n8n-nodes-flinks-bench.benchStop', parameters: {} },
	];
	const to = (node) => ({ main: [[{ node, type: 'main', index: 0 }]] });
	return {
		name,
		nodes: nodes.map((node) => ({ id: node.name, ...node })),
		connections: { Webhook: to('Start'), Start: to('Measured'), Measured: to('Stop') },
		settings: {
			executionOrder: 'v1',
			saveDataSuccessExecution: 'none',
			saveDataErrorExecution: 'all',
			saveManualExecutions: false,
		},
	};
}

/**
 * Puts a node into a workflow of its own.
 * @returns {Promise<(items: object[], profileFile?: string) => Promise<object>>} one run of it: what
 *   the stopwatch showed, and `wallMs` as the caller of the webhook saw it
 */
export async function runnerFor(n8n, name, measured) {
	const webhook = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
	const { id, versionId } = await n8n.createWorkflow(workflowAround(name, webhook, measured));
	await n8n.call('POST', `/rest/workflows/${id}/activate`, { versionId });
	const http = axios.create({
		baseURL: n8n.url,
		proxy: false,
		timeout: RUN_TIMEOUT_MS,
		validateStatus: () => true,
	});
	const send = (body) => http.post(`/webhook/${webhook}`, body);
	// Publishing goes on after the answer: the webhook answers 404 until it is done.
	await waitUntil(async () => (await send({ items: [] })).status !== 404, {
		timeoutMs: READY_TIMEOUT_MS,
	});
	return async (items, profileFile) => {
		const startedAt = performance.now();
		const { status, data } = await send({ items, profileFile });
		if (status === 200 && typeof data?.ms === 'number') {
			return { ...data, wallMs: performance.now() - startedAt };
		}
		throw new Error(`${name} answered ${status}: ${JSON.stringify(data)?.slice(0, 500)}`);
	};
}
