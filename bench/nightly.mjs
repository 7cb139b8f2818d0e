// `npm run bench:nightly [-- customers [NODE_OPTIONS]]`: *Flinks: nightly refresh* as its schedule runs it, in
// an n8n of its own (SQLite) that was started for it, over so many stored connections. Prints time, requests
// and memory. Linux only.
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openDemo } from '../host/lib/demo.mjs';
import { N8nApi } from '../host/lib/n8nApi.mjs';
import { startN8n } from '../host/lib/n8nServer.mjs';
import { anyPort } from '../host/lib/ports.mjs';
import { prepare } from '../host/lib/prepare.mjs';
import { NIGHTLY } from '../test/e2e/support/customers.mjs';
import { sandboxAt } from '../test/e2e/support/demo.mjs';
import { runAlone } from './lib/alone.mjs';
import { loadNow } from './lib/machine.mjs';
import { freshMemory, nightIn, nightOver, publishNight } from './lib/night.mjs';

const [customers = '10000', nodeOptions = ''] = process.argv.slice(2);
const collector = path.join(import.meta.dirname, 'lib', 'collectOnSignal.cjs');
const stateDir = mkdtempSync(path.join(os.tmpdir(), 'flinks-nightly-'));

/** A started n8n that has just collected its garbage. */
async function freshN8n({ node, port, login }) {
	const server = await startN8n({
		node,
		userFolder: path.join(stateDir, 'n8n'),
		port,
		stateDir,
		more: { NODE_OPTIONS: `--require ${collector} ${nodeOptions}` },
	});
	const n8n = new N8nApi(server.url);
	await n8n.enter(login);
	return { n8n, memory: await freshMemory(server.child.process.pid) };
}

async function main() {
	const prepared = await prepare(stateDir);
	const port = await anyPort();
	const demo = await openDemo({ ...prepared, stateDir, port, sandboxPort: await anyPort() });
	// It loads the built package, which is there only now.
	const { storeCustomers } = await import('../host/lib/manyCustomers.mjs');
	await storeCustomers(demo, Number(customers));
	await demo.server.child.stop();

	const { n8n, memory } = await freshN8n({ ...prepared, ...demo, port });
	const { id } = demo.workflows[NIGHTLY];
	const sandbox = sandboxAt(demo.sandbox.url);
	await sandbox.clearLog();
	const idle = memory.now();
	const load = loadNow();
	await publishNight(n8n, id);
	const minutes = await nightOver(n8n, id);

	console.log(
		`${await nightIn(n8n, sandbox, Number(customers))}, in ${minutes.toFixed(1)} minutes`,
	);
	console.log(`idle ${idle} MB, peak ${memory.peak()} MB: ${memory.peak() - idle} MB above idle`);
	console.log(`load average ${load}; Node options: ${nodeOptions || 'none'}`);
}

await runAlone(stateDir, main);
