import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { runOnce } from './measure.mjs';
import { runnerFor } from './workflow.mjs';

/** The items of a job: of both sides, or `{ peer, ours }`. */
export const itemsOf = async (n8n, job, world) => await job.items(world, { n8n });

/**
 * Both sides of a job, ready to run, each in a new workflow; a job without `peer` has our side only. A side may run
 * something in n8n before it says which node it is.
 * @param {{items?: object, at?: string}} how `items` as `itemsOf` gives them; `at` tells these workflows from others
 *   of the same job
 */
export async function sidesOf(n8n, job, world, { items, at = '' } = {}) {
	const given = items ?? (await itemsOf(n8n, job, world));
	const side = async (which, rows) => ({
		items: Array.isArray(given) ? given : given[which],
		rows: typeof rows === 'function' ? await rows(world) : rows,
		run: await runnerFor(
			n8n,
			`${job.id} ${at} ${which}`,
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
