import { createServer, request as send, type IncomingMessage } from 'node:http';

export interface Passing {
	readonly method: string;
	readonly path: string;
	readonly body: string;
}

/** What comes back in place of Flinks' answer: an answer, or a broken connection. */
export type Instead =
	{ readonly status: number; readonly body?: string; readonly html?: boolean } | 'cut';

export interface Between {
	readonly url: string;
	/** Everything that came by, oldest first. */
	readonly passed: Passing[];
	/** Changes what happens; `undefined` lets a request through to Flinks. */
	answer(instead: (passing: Passing) => Instead | undefined): void;
	close(): Promise<void>;
}

/** Somebody between n8n and Flinks, such as a gateway, who may answer in Flinks' place. */
export async function startBetween(target: string): Promise<Between> {
	const passed: Passing[] = [];
	let instead: (passing: Passing) => Instead | undefined = () => undefined;
	const server = createServer((request, response) => {
		void bodyOf(request).then((body) => {
			const { method = '', url = '' } = request;
			const passing = { method, path: url, body };
			passed.push(passing);
			const answer = instead(passing);
			if (answer === 'cut') return void request.socket.destroy();
			if (answer !== undefined) {
				const type = answer.html === true ? 'text/html' : 'application/json';
				return void response.writeHead(answer.status, { 'content-type': type }).end(answer.body);
			}
			const onward = send(`${target}${url}`, { method, headers: request.headers }, (reply) => {
				response.writeHead(reply.statusCode ?? 500, reply.headers);
				reply.pipe(response);
			});
			onward.on('error', () => response.destroy());
			onward.end(body);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('No port');
	return {
		url: `http://127.0.0.1:${address.port}`,
		passed,
		answer: (next) => void (instead = next),
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

async function bodyOf(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
	return Buffer.concat(chunks).toString();
}
