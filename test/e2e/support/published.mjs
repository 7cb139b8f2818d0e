import { waitUntil } from '../../../host/lib/waiting.mjs';

/** Waits until n8n is done with publishing: its triggers have looked once, and what they keep is saved. */
export async function published(n8n, id, wait) {
	const isDone = async () => {
		const { status } = await n8n.call('GET', `/rest/workflows/${id}/publication-status`);
		return status === 'published';
	};
	return await waitUntil(isDone, wait);
}
