import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDemo } from '../../../host/lib/demo.mjs';
import { startN8n } from '../../../host/lib/n8nServer.mjs';
import { anyPort } from '../../../host/lib/ports.mjs';
import { stopAll, stopOnSignals } from '../../../host/lib/processes.mjs';
import { sandboxAt } from './demo.mjs';

const PRELOAD = fileURLToPath(new URL('dieAt.cjs', import.meta.url));
const { node24: node, stateDir: given } = JSON.parse(process.env.FLINKS_E2E_DEMO ?? '{}');

/** The package as the end-to-end run has packed it. */
function packed() {
	const folder = path.join(given, 'package');
	return path.join(
		folder,
		readdirSync(folder).find((name) => name.endsWith('.tgz')),
	);
}

/** An n8n beside a sandbox of its own, which may be killed: the other tests go on with theirs. */
export async function ownN8n() {
	const stateDir = mkdtempSync(path.join(os.tmpdir(), 'flinks-own-'));
	const userFolder = path.join(stateDir, 'n8n');
	const dieAt = path.join(stateDir, 'die-at');
	const port = await anyPort();
	stopOnSignals(stopAll);
	let server;
	/** @param more what n8n is told besides */
	async function start(more = {}) {
		const told = { ...more, FLINKS_DIE_AT: dieAt, NODE_OPTIONS: `--require=${PRELOAD}` };
		const begin = () => startN8n({ node, userFolder, port, stateDir, more: told });
		// n8n 2.41.1 ends when it recovers an execution that never began, and leaves it alone the next time.
		server = await begin().catch(begin);
		return server;
	}
	const demo = await openDemo({
		node,
		tarball: packed(),
		stateDir,
		port,
		sandboxPort: await anyPort(),
		serve: async () => await start(),
	});
	return {
		...demo,
		sandbox: sandboxAt(demo.sandbox.url),
		/** n8n ends as by `kill -9` the next time that the workflow comes to the point: see dieAt.cjs. */
		dieAt: (point, workflowId) => writeFileSync(dieAt, `${point} ${workflowId}`),
		async died() {
			await server.child.exited;
			await server.child.kill();
		},
		/** As the kernel does where memory runs out: nothing of it gets another instruction. */
		kill: async () => await server.child.kill(),
		stop: async () => await server.child.stop(),
		/** With what it had stored. */
		async startAgain(more) {
			await start(more);
			await demo.n8n.enter(demo.login);
		},
		async close() {
			await stopAll();
			rmSync(stateDir, { recursive: true, force: true, maxRetries: 3 });
		},
	};
}
