import { startN8nProcess } from './n8nProcess.mjs';

/**
 * Starts the pinned n8n, alone on its own database, and waits until it can be used.
 * @returns {Promise<{url: string, child: object}>} `url` has no slash at its end
 */
export async function startN8n({ port, ...rest }) {
	const url = `http://127.0.0.1:${port}`;
	const child = await startN8nProcess({ command: 'start', name: 'n8n', port, url, ...rest });
	return { url, child };
}
