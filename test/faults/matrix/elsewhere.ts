import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A host that nothing secret may reach. Answers 200 to everything, and remembers all it was sent. */
export interface Elsewhere {
	readonly url: string;
	/** Heads and bodies of what arrived since the last `forget`. */
	readonly heard: readonly string[];
	forget(): void;
	close(): Promise<void>;
}

export async function startElsewhere(): Promise<Elsewhere> {
	const heard: string[] = [];
	const server = createServer((request, response) => {
		let text = `${request.method} ${request.url} ${JSON.stringify(request.headers)} `;
		request.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
		request.on('end', () => {
			heard.push(text);
			response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://localhost:${(server.address() as AddressInfo).port}`,
		heard,
		forget: () => void (heard.length = 0),
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
