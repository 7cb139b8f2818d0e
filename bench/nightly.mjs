// `npm run bench:nightly [-- customers [NODE_OPTIONS]]`: *Flinks: nightly refresh* as its schedule runs it, in
// an n8n of its own (SQLite) that was started for it, over so many stored connections. Prints time, requests
// and memory. Linux only.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openDemo } from '../host/lib/demo.mjs';
import { N8nApi } from '../host/lib/n8nApi.mjs';
import { startN8n } from '../host/lib/n8nServer.mjs';
import { anyPort } from '../host/lib/ports.mjs';
import { prepare } from '../host/lib/prepare.mjs';
import { describeProblem } from '../host/lib/problem.mjs';
import { stopAll, stopOnSignals } from '../host/lib/processes.mjs';
import { waitUntil } from '../host/lib/waiting.mjs';
import { NIGHTLY, TABLE } from '../test/e2e/support/customers.mjs';
import { sandboxAt } from '../test/e2e/support/demo.mjs';
import { loadNow } from './lib/machine.mjs';
import { memoryOf } from './lib/memoryOf.mjs';

const HOUR_MS = 3_600_000;
/** What an n8n does in its first seconds is no part of a night. */
const SETTLED_MS = 15_000;
const [customers = '10000', nodeOptions = ''] = process.argv.slice(2);
const collector = path.join(import.meta.dirname, 'lib', 'collectOnSignal.cjs');
const stateDir = mkdtempSync(path.join(os.tmpdir(), 'flinks-nightly-'));

/** The template with a schedule in this or the next minute, once. */
async function publish(n8n, id) {
	const { nodes, connections, settings, versionId } = await n8n.workflow(id);
	const schedule = nodes.find(({ type }) => type === 'n8n-nodes-base.scheduleTrigger');
	const at = new Date(Date.now() + 65_000);
	schedule.parameters.rule.interval[0].expression = `0 ${at.getUTCMinutes()} ${at.getUTCHours()} * * *`;
	await n8n.call('PATCH', `/rest/workflows/${id}`, { nodes, connections, settings, versionId });
	await n8n.activate(await n8n.workflow(id));
}

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
	await pause(SETTLED_MS);
	process.kill(server.child.process.pid, 'SIGUSR2');
	await pause(SETTLED_MS);
	return { n8n, memory: memoryOf(server.child.process.pid) };
}

async function main() {
	const prepared = await prepare(stateDir);
	const port = await anyPort();
	const demo = await openDemo({ ...prepared, stateDir, port, sandboxPort: await anyPort() });
	// It loads the built package, which is there only now.
	const { storeCustomers } = await import('../test/e2e/support/manyCustomers.mjs');
	await storeCustomers(demo, Number(customers));
	await demo.server.child.stop();

	const { n8n, memory } = await freshN8n({ ...prepared, ...demo, port });
	const { id } = demo.workflows[NIGHTLY];
	const sandbox = sandboxAt(demo.sandbox.url);
	await sandbox.clearLog();
	const idle = memory.now();
	const load = loadNow();
	await publish(n8n, id);
	const running = async () => (await n8n.executions(id)).some(({ status }) => status === 'running');
	await waitUntil(running, { timeoutMs: HOUR_MS, everyMs: 200 });
	const begun = Date.now();
	await waitUntil(async () => !(await running()), { timeoutMs: HOUR_MS, everyMs: 1_000 });

	const minutes = (Date.now() - begun) / 60_000;
	const requests = await sandbox.requests(undefined, 10 * Number(customers));
	const rows = await n8n.tableRows(TABLE);
	const read = rows.filter(({ refreshedAt, problem }) => refreshedAt && !problem).length;
	console.log(`${read} of ${rows.length} customers in ${minutes.toFixed(1)} minutes`);
	console.log(`${(requests.length / rows.length).toFixed(2)} requests for each customer`);
	console.log(`idle ${idle} MB, peak ${memory.peak()} MB: ${memory.peak() - idle} MB above idle`);
	console.log(`load average ${load}; Node options: ${nodeOptions || 'none'}`);
}

async function cleanUp() {
	await stopAll();
	rmSync(stateDir, { recursive: true, force: true, maxRetries: 3 });
}

stopOnSignals(cleanUp);
try {
	await main();
} catch (error) {
	console.error(`\n${describeProblem(error)}`);
	process.exitCode = 1;
} finally {
	await cleanUp();
}
