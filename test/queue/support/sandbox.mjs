import axios from 'axios';

/** The sandbox's admin endpoints that these tests use. Every call must succeed. */
export function sandboxAt(baseURL) {
	const http = axios.create({ baseURL: `${baseURL}/sandbox`, proxy: false });
	const log = async () => (await http.get('/log', { params: { last: 200_000 } })).data;
	return {
		url: baseURL,
		demo: async () => (await http.get('/demo')).data,
		connections: async () => (await http.get('/connections')).data,
		registrations: async () => (await http.get('/registrations')).data,
		set: (settings) => http.patch('/settings', settings),
		clearLog: () => http.delete('/log'),
		log,
		/** The token requests of one grant. */
		tokenRequests: async (grant) =>
			(await log()).filter(
				({ route, grantType }) => route === '/api/v1/token' && grantType === grant,
			),
	};
}
