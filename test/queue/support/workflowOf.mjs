const TRIGGER = 'When clicking ‘Execute workflow’';

const node = (name, type, parameters, more = {}) => ({
	id: name,
	name,
	type,
	typeVersion: 1,
	position: [0, 0],
	parameters,
	...more,
});

/**
 * A workflow that starts by hand, hands these items to one node of the package, and stores its rows.
 * @returns {Promise<{id: string, trigger: string, node: string}>}
 */
export async function workflowOf(n8n, { name, items, type, parameters, credentials, onError }) {
	const value = JSON.stringify({ items });
	const chain = [
		node(TRIGGER, 'n8n-nodes-base.manualTrigger', {}),
		node(
			'Items',
			'n8n-nodes-base.set',
			{ mode: 'raw', jsonOutput: value, options: {} },
			{ typeVersion: 3.4 },
		),
		node('One by One', 'n8n-nodes-base.splitOut', { fieldToSplitOut: 'items', options: {} }),
		node('Asked', `n8n-nodes-flinks-outbound.${type}`, parameters, {
			credentials,
			...(onError && { onError }),
		}),
	];
	const next = chain
		.slice(0, -1)
		.map((one, index) => [
			one.name,
			{ main: [[{ node: chain[index + 1].name, type: 'main', index: 0 }]] },
		]);
	const { id } = await n8n.createWorkflow({
		name,
		nodes: chain,
		connections: Object.fromEntries(next),
		settings: { executionOrder: 'v1' },
	});
	return { id, trigger: TRIGGER, node: 'Asked' };
}

const ENDS = ['success', 'error', 'crashed', 'canceled'];

/** How an execution stands, without its rows. */
export async function statusOf(n8n, workflowId, executionId) {
	const found = await n8n.executions(workflowId);
	return found.find(({ id }) => id === executionId)?.status;
}

export const hasEnded = (status) => ENDS.includes(status);
