import axios from 'axios';
import { credentialsFor } from '../../../host/lib/credentials.mjs';
import { RETURN_PATH } from '../../../host/lib/customers.mjs';
import { N8nApi } from '../../../host/lib/n8nApi.mjs';

function given() {
	const text = process.env.FLINKS_E2E_DEMO;
	if (!text) throw new Error('These tests need a running n8n: npm run test:e2e');
	return JSON.parse(text);
}

/** The sandbox's admin endpoints. Every call must succeed. */
export function sandboxAt(baseURL) {
	const http = axios.create({ baseURL: `${baseURL}/sandbox`, proxy: false });
	return {
		url: baseURL,
		demo: async () => (await http.get('/demo')).data,
		registrations: async () => (await http.get('/registrations')).data,
		connections: async () => (await http.get('/connections')).data,
		/** The accounts of a customer, with their ids. */
		accounts: async (whose) => (await http.get('/accounts', { params: whose })).data,
		/** All that the bank has of an account, as F4 would show it. */
		transactions: async (accountId) => (await http.get(`/accounts/${accountId}/transactions`)).data,
		atBank: (accountId, changes) => http.post(`/accounts/${accountId}/changes`, { changes }),
		/** The bank lets the customers of a registration in. */
		activate: (registration) => http.post('/registrations/activate', registration),
		/** A transaction of a customer's. */
		spend: (what) => http.post('/transactions', what),
		/** Customers withdraw consent at their bank. */
		revoke: async (whom) => (await http.post('/connections/revoke', whom)).data.revoked,
		set: (settings) => http.patch('/settings', settings),
		goWrong: (fault) => http.post('/faults', fault),
		goRight: () => http.delete('/faults'),
		/** What goes wrong now, and how many requests have met it. */
		faults: async () => (await http.get('/faults')).data,
		/** Moves the sandbox's clock, not n8n's: tokens expire although n8n believes them fresh. */
		letTokensExpire: () => http.post('/clock/advance', { ms: 300_000 }),
		clearLog: () => http.delete('/log'),
		/** The last thousand requests, or as many as asked for. */
		requests: async (route, last) =>
			(await http.get('/log', { params: { last } })).data.filter(
				(entry) => !route || entry.route === route,
			),
	};
}

/** The n8n and the sandbox that `npm run test:e2e` started, as their owner sees them. */
export async function useDemo() {
	const { url, sandboxUrl, connectionKey, ...demo } = given();
	const n8n = new N8nApi(url);
	await n8n.enter(demo.login);
	const sandbox = sandboxAt(sandboxUrl);
	const returning = { redirectUri: url + RETURN_PATH, connectionKey };
	const filledIn = credentialsFor(sandboxUrl, await sandbox.demo(), returning);
	return { n8n, sandbox, filledIn, ...demo };
}
