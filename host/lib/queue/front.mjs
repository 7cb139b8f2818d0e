import { createHash } from 'node:crypto';
import http from 'node:http';
import net from 'node:net';

/** What the webhook processes answer; everything else (editor, REST, test addresses) is the main process's. */
const FOR_WEBHOOKS = /^\/(webhook|webhook-waiting|form|form-waiting|mcp)\//;

const portOf = (url) => Number(new URL(url).port);

/**
 * The order in which to try the webhook processes. The same `state` always begins with the same one, since
 * only the process that got a customer's callback knows at once that it came before; when a process is
 * gone, the others take over what was its own, and nothing else moves (rendezvous hashing).
 * @param {number} turn for what has no state
 */
function orderFor(address, webhooks, turn) {
	const state = new URL(address, 'http://n8n').searchParams.get('state');
	if (state === null) return webhooks.map((_, index) => webhooks[(turn + index) % webhooks.length]);
	const weigh = (url) => createHash('sha256').update(`${url} ${state}`).digest('hex');
	return [...webhooks].sort((a, b) => (weigh(a) < weigh(b) ? -1 : 1));
}

function pass(request, response, targets, body) {
	const [target, ...others] = targets;
	const { method, url, headers } = request;
	const asked = http.request({
		host: '127.0.0.1',
		port: portOf(target),
		method,
		path: url,
		headers,
	});
	asked.once('response', (answer) => {
		response.writeHead(answer.statusCode, answer.rawHeaders);
		answer.pipe(response);
	});
	asked.once('error', (error) => {
		// Only what provably did not arrive goes to another process.
		if (error.code === 'ECONNREFUSED' && others.length > 0) {
			return pass(request, response, others, body);
		}
		if (response.headersSent) return response.destroy();
		response.writeHead(502).end('n8n does not answer.');
	});
	response.once('close', () => asked.destroy());
	if (body) asked.end(body);
	else request.pipe(asked);
}

async function bodyOf(request) {
	const chunks = [];
	for await (const chunk of request) chunks.push(chunk);
	return Buffer.concat(chunks);
}

/** The editor's own connection, which stays open. */
function passUpgrade(request, socket, head, main) {
	const onward = net.connect(portOf(main), '127.0.0.1', () => {
		const { method, url, rawHeaders } = request;
		const lines = rawHeaders.flatMap((name, index) =>
			index % 2 === 0 ? [`${name}: ${rawHeaders[index + 1]}`] : [],
		);
		onward.write([`${method} ${url} HTTP/1.1`, ...lines, '', ''].join('\r\n'));
		onward.write(head);
		socket.pipe(onward).pipe(socket);
	});
	for (const [one, other] of [
		[socket, onward],
		[onward, socket],
	]) {
		one.on('error', () => other.destroy());
		one.on('close', () => other.destroy());
	}
}

/**
 * The one address in front of the main process and the webhook processes, as a load balancer is in front
 * of them elsewhere.
 * @param {typeof orderFor} [where.order] which webhook process gets a request
 * @returns {Promise<{url: string, stop: () => void}>}
 */
export async function startFront({ port, main, webhooks, order = orderFor }) {
	let turn = 0;
	const server = http.createServer((request, response) => {
		if (!FOR_WEBHOOKS.test(request.url)) return pass(request, response, [main]);
		const targets = order(request.url, webhooks, (turn += 1));
		bodyOf(request).then(
			(body) => pass(request, response, targets, body),
			() => response.destroy(),
		);
	});
	server.on('upgrade', (request, socket, head) => passUpgrade(request, socket, head, main));
	await new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
	return {
		url: `http://127.0.0.1:${port}`,
		stop() {
			server.close();
			server.closeAllConnections();
		},
	};
}
