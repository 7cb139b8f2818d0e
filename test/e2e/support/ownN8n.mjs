import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openDemo } from '../../../host/lib/demo.mjs';
import { N8nApi } from '../../../host/lib/n8nApi.mjs';
import { startN8n } from '../../../host/lib/n8nServer.mjs';
import { anyPort } from '../../../host/lib/ports.mjs';
import { stopAll } from '../../../host/lib/processes.mjs';
import { sandboxAt } from './demo.mjs';

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
	const port = await anyPort();
	const demo = await openDemo({
		node,
		tarball: packed(),
		stateDir,
		port,
		sandboxPort: await anyPort(),
	});
	let { server, n8n } = demo;
	return {
		...demo,
		sandbox: sandboxAt(demo.sandbox.url),
		get n8n() {
			return n8n;
		},
		/** As the kernel does where memory runs out: nothing of it gets another instruction. */
		async kill() {
			process.kill(-server.child.process.pid, 'SIGKILL');
			await server.child.exited;
		},
		/** Lets what runs end first. */
		async stop() {
			await server.child.stop();
		},
		/** @param {Record<string, string>} [more] variables of its environment */
		async startAgain(more) {
			const userFolder = path.join(stateDir, 'n8n');
			server = await startN8n({ node, userFolder, port, stateDir, more });
			n8n = new N8nApi(server.url);
			await n8n.enter(demo.login);
		},
		async close() {
			await stopAll();
			rmSync(stateDir, { recursive: true, force: true, maxRetries: 3 });
		},
	};
}
