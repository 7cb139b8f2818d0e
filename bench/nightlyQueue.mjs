// `npm run bench:nightly:queue [-- customers [NODE_OPTIONS]]`: *Flinks: nightly refresh* in queue mode, two runs
// of one night on two workers that were started for it. Prints time, requests and the memory of each worker.
// Needs Redis and Postgres. Linux only.
import { chmodSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openDemo } from '../host/lib/demo.mjs';
import { anyPort } from '../host/lib/ports.mjs';
import { prepare } from '../host/lib/prepare.mjs';
import { startQueue } from '../host/lib/queue/queue.mjs';
import { NIGHTLY } from '../test/e2e/support/customers.mjs';
import { sandboxAt } from '../test/e2e/support/demo.mjs';
import { runAlone } from './lib/alone.mjs';
import { loadNow } from './lib/machine.mjs';
import { collected, freshMemory, nightIn, nightOver, publishNight } from './lib/night.mjs';

/** A run each second: the worker that waits longest for work takes the second one. */
const SECONDS = [0, 1];
/** Above idle, of each worker. */
const MOST_MB = 300;
const [customers = '10000', nodeOptions = ''] = process.argv.slice(2);
const collector = path.join(import.meta.dirname, 'lib', 'collectOnSignal.cjs');
const stateDir = mkdtempSync(path.join(os.tmpdir(), 'flinks-nightly-'));
// Postgres may run as somebody else.
chmodSync(stateDir, 0o711);

const pidOf = ({ child }) => child.process.pid;

/** The executions that a worker has begun, by its own log. */
const runsOf = (worker) => worker.logText().match(/Worker started execution/g)?.length ?? 0;

async function main() {
	const prepared = await prepare(stateDir);
	let queue;
	const demo = await openDemo({
		...prepared,
		stateDir,
		port: await anyPort(),
		sandboxPort: await anyPort(),
		serve: async (where) => {
			const forWorkers = { NODE_OPTIONS: `--require ${collector} ${nodeOptions}` };
			return (queue = await startQueue({ ...where, forWorkers }));
		},
	});
	const { n8n, workflows } = demo;
	// It loads the built package, which is there only now.
	const { storeCustomers } = await import('../host/lib/manyCustomers.mjs');
	await storeCustomers(demo, Number(customers));
	const { workers } = queue;
	for (const worker of workers) await worker.stop();
	await Promise.all(workers.map((worker) => worker.start()));
	const memories = await Promise.all(workers.map((worker) => freshMemory(pidOf(worker))));
	const sandbox = sandboxAt(demo.sandbox.url);
	await sandbox.clearLog();
	const idle = memories.map((memory) => memory.now());
	const before = workers.map(runsOf);
	const load = loadNow();
	await publishNight(n8n, workflows[NIGHTLY].id, SECONDS);
	const minutes = await nightOver(n8n, workflows[NIGHTLY].id);

	console.log(
		`${await nightIn(n8n, sandbox, Number(customers))}, in ${minutes.toFixed(1)} minutes`,
	);
	const peaks = memories.map((memory) => memory.peak());
	await Promise.all(workers.map((worker) => collected(pidOf(worker))));
	for (const [index, worker] of workers.entries()) {
		const peak = peaks[index];
		console.log(
			`${worker.name}: ${runsOf(worker) - before[index]} runs, idle ${idle[index]} MB, peak ${peak} MB: ${peak - idle[index]} MB above idle; ${memories[index].now()} MB after a collection of garbage`,
		);
	}
	const most = Math.max(...peaks.map((peak, index) => peak - idle[index]));
	const verdict = most <= MOST_MB ? 'met' : 'NOT MET';
	console.log(`${verdict}: ${most} MB of memory above idle (target ≤ ${MOST_MB})`);
	console.log(`load average ${load}; Node options: ${nodeOptions || 'none'}`);
}

await runAlone(stateDir, main);
