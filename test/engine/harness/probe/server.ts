import formbody from '@fastify/formbody';
import fastify from 'fastify';

export interface TokenRequest {
	readonly grant_type: string;
	readonly client_id?: string;
	readonly client_secret?: string;
	readonly scope?: string;
	readonly refresh_token?: string;
	readonly basic: boolean;
}

/** A token endpoint and an API that takes only the newest token it gave out. */
export async function startProbeServer() {
	const app = fastify();
	await app.register(formbody);
	const tokenRequests: TokenRequest[] = [];
	const apiRequests: string[] = [];
	let live = 'none';

	app.post('/token', async ({ body, headers }, reply) => {
		const request = body as Omit<TokenRequest, 'basic'>;
		tokenRequests.push({ ...request, basic: headers.authorization !== undefined });
		const secret = request.client_secret ?? headers.authorization;
		if (secret === 'wrong') {
			return await reply.code(401).send({ error: 'invalid_client' });
		}
		live = `token-${tokenRequests.length}`;
		return { access_token: live, token_type: 'Bearer', expires_in: 300 };
	});
	app.get('/*', async ({ url, headers }, reply) => {
		apiRequests.push(url);
		if (headers.authorization !== `Bearer ${live}`) return await reply.code(401).send({});
		if (url.startsWith('/missing')) return await reply.code(404).send({ message: 'No such thing' });
		return { url, token: live, grant: tokenRequests.at(-1)?.grant_type };
	});

	const baseUrl = await app.listen({ host: '127.0.0.1', port: 0 });
	return {
		baseUrl,
		tokenRequests,
		apiRequests,
		/** From now on the API rejects every token it has given out. */
		expireTokens: () => {
			live = 'none';
		},
		close: async () => await app.close(),
	};
}

export type ProbeServer = Awaited<ReturnType<typeof startProbeServer>>;
