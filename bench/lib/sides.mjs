import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { runOnce } from './measure.mjs';
import { runnerFor } from './workflow.mjs';

/**
 * Both sides of a job, ready to run. `items` are of both, or `{ peer, ours }`; a job without `peer` has
 * our side only. A side may run something in n8n before it says which node it is.
 */
export async function sidesOf(n8n, job, world) {
	const items = await job.items(world, { ask: world.ask, n8n });
	const side = async (which, rows) => ({
		items: Array.isArray(items) ? items : items[which],
		rows: typeof rows === 'function' ? await rows(world) : rows,
		run: await runnerFor(
			n8n,
			`${job.id} ${which}`,
			await job[which](world, { n8n }),
			which === 'ours' ? job.output : undefined,
		),
	});
	return {
		...(job.peer ? { peer: await side('peer', job.peerRows ?? job.rows) } : {}),
		ours: await side('ours', job.rows),
	};
}

/** Leaves a CPU profile of one run of each side in `dir`. */
export async function profileSides(job, sides, world, dir) {
	mkdirSync(dir, { recursive: true });
	const [latencyMs = 0] = job.latencies ?? [];
	for (const [name, side] of Object.entries(sides)) {
		await runOnce(side, job, world, latencyMs);
		const file = `${job.id} ${name}.cpuprofile`.replaceAll(' ', '-');
		await runOnce(side, job, world, latencyMs, {
			profileFile: path.resolve(dir, file),
		});
	}
}
