import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { connect } from '../../../host/lib/consent.mjs';
import { saveCredentials } from '../../../host/lib/credentials.mjs';
import { N8nApi } from '../../../host/lib/n8nApi.mjs';
import { startN8n } from '../../../host/lib/n8nServer.mjs';
import { anyPort } from '../../../host/lib/ports.mjs';
import { stopAll, stopOnSignals } from '../../../host/lib/processes.mjs';
import { startSandbox } from '../../../host/lib/sandbox.mjs';
import { sandboxAt } from './demo.mjs';

const PRELOAD = fileURLToPath(new URL('dieAt.cjs', import.meta.url));

/**
 * An n8n of its own with the packed nodes, beside a sandbox of its own, that can be ended as by
 * `kill -9` at a named point, and started again with what it had stored.
 */
export async function mortalN8n({ stateDir: demoDir, node24, login }) {
	const stateDir = path.join(demoDir, 'mortal');
	const userFolder = path.join(stateDir, 'n8n');
	const dieAt = path.join(stateDir, 'die-at');
	const nodes = path.join('.n8n', 'nodes', 'node_modules');
	cpSync(path.join(demoDir, 'n8n', nodes), path.join(userFolder, nodes), { recursive: true });
	const port = await anyPort();
	const sandbox = await startSandbox({ port: await anyPort(), stateDir });
	const api = new N8nApi(`http://127.0.0.1:${port}`);
	let server;
	stopOnSignals(stopAll);
	return {
		n8n: api,
		sandbox: sandboxAt(sandbox.url),
		async start(more = {}) {
			const begin = () =>
				startN8n({
					node: node24,
					userFolder,
					port,
					stateDir,
					more: { ...more, FLINKS_DIE_AT: dieAt, NODE_OPTIONS: `--require=${PRELOAD}` },
				});
			// n8n 2.41.1 ends when it recovers an execution that never began, and leaves it alone the next time.
			server = await begin().catch(begin);
			await api.enter(login);
		},
		/** The next time that it comes to this point; dieAt.cjs says what an order holds. */
		dieAt: (order) => writeFileSync(dieAt, JSON.stringify(order)),
		/** The rows that a trigger gave out last, stored or not. */
		givenOut: () => JSON.parse(readFileSync(`${dieAt}.given-out`, 'utf8')),
		async died() {
			await server.child.exited;
			await server.child.kill();
		},
		kill: async () => await server.child.kill(),
		stop: async () => await server.child.stop(),
		credentials: async () => {
			const ids = await saveCredentials(api, sandbox.url, {});
			await connect(api, ids.recipient);
			return ids;
		},
		async end() {
			await server?.child.kill();
			await sandbox.child.stop();
			rmSync(stateDir, { recursive: true, force: true, maxRetries: 3 });
		},
	};
}
