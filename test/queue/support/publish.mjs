import { eventually } from './workers.mjs';

/**
 * Publishes a workflow, and waits for what n8n says of its trigger: n8n publishes in the background.
 * @returns {Promise<{status: 'activated' | 'failed', errorMessage?: string}>}
 */
export async function publish(n8n, { id }) {
	await n8n.activate(await n8n.workflow(id));
	return await eventually('n8n has tried to publish', async () => {
		const { triggers } = await n8n.call('GET', `/rest/workflows/${id}/publication-status`);
		return triggers.find(({ status }) => status === 'failed' || status === 'activated');
	});
}
