import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

import { CANARIES } from '../canaries';
import type { Store } from '../store/store';

/** A request that came to the other host. */
export interface Visit {
	readonly method: string;
	readonly path: string;
	/** Whether it carried an Authorization header. */
	readonly authorization: boolean;
	/** Whether anything secret of this sandbox was in its address, headers or body. */
	readonly secret: boolean;
}

/** Another host: statements are kept there, and redirects lead there. It knows who brings a secret along. */
export interface Elsewhere {
	readonly url: string;
	readonly visits: Visit[];
	close(): Promise<void>;
}

/** Listens on a free port of `host`. */
export async function startElsewhere(store: Store, host: string): Promise<Elsewhere> {
	const visits: Visit[] = [];
	const server = createServer((request, response) => {
		answer(store, visits, request, response).catch(() => response.destroy());
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject).listen(0, host, resolve);
	});
	const address = server.address();
	if (address === null || typeof address === 'string')
		throw new Error('No port for the other host');
	return {
		url: `http://${host}:${address.port}`,
		visits,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

async function answer(
	store: Store,
	visits: Visit[],
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const { method = 'GET', url: path = '/', headers } = request;
	const carried = JSON.stringify([decoded(path), headers, await text(request)]);
	const secrets = [...Object.values(CANARIES), ...store.secrets()];
	visits.push({
		method,
		path: path.split('?', 1)[0] ?? '',
		authorization: headers.authorization !== undefined,
		secret: secrets.some((secret) => carried.includes(secret)),
	});
	const [, moved] = /^\/moved\/([\w-]+)$/.exec(path) ?? [];
	if (moved !== undefined) {
		response.writeHead(302, { location: `/files/${moved}` }).end();
		return;
	}
	const file = store.files.get(/^\/files\/([\w-]+)$/.exec(path)?.[1] ?? '');
	if (!file) {
		response.writeHead(404, { 'content-type': 'application/json' }).end('{"message":"Not Found"}');
		return;
	}
	response.writeHead(200, { 'content-type': file.type, 'content-length': file.size });
	await pipeline(file.open(), response);
}

function decoded(path: string): string {
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}
