import axios from 'axios';
import { N8nApi } from '../../../host/lib/n8nApi.mjs';

function given() {
	const text = process.env.FLINKS_E2E_DEMO;
	if (!text) throw new Error('These tests need a running n8n: npm run test:e2e');
	return JSON.parse(text);
}

/** The sandbox's own admin endpoints; every call must succeed. */
function sandboxAt(baseURL) {
	const http = axios.create({ baseURL, proxy: false });
	return {
		url: baseURL,
		get: async (path) => (await http.get(path)).data,
		post: async (path, body) => (await http.post(path, body)).data,
		patch: async (path, body) => (await http.patch(path, body)).data,
	};
}

/** The n8n and the sandbox that `npm run test:e2e` started, as their owner sees them. */
export async function useDemo() {
	const { url, sandboxUrl, login, credentials, workflows } = given();
	const n8n = new N8nApi(url);
	await n8n.enter(login);
	return { n8n, sandbox: sandboxAt(sandboxUrl), login, credentials, workflows };
}
