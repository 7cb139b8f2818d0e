import { step } from '../../host/lib/progress.mjs';
import { addedBySize } from './added.mjs';
import { answerBytes } from './answerBytes.mjs';
import { growthOf } from './growth.mjs';
import { broken } from './judge.mjs';
import { loadNow } from './machine.mjs';
import { measured } from './measure.mjs';
import { worldOpener } from './openWorld.mjs';
import { resultOf } from './results.mjs';
import { profileSides, sidesOf } from './sides.mjs';

/** One job at every latency it is about. */
async function runJob({ n8n, restart, open, job, options, put }) {
	const latencies = options.latencies ?? job.latencies ?? [0];
	if (job.sizes && options.profile) {
		for (const size of job.sizes) {
			const sized = { ...job, ...size, id: `${job.id} ${size.size}` };
			const world = await open(size.world);
			const sides = await sidesOf(n8n, sized, world);
			await step(`Profile: ${sized.id}`, () => profileSides(sized, sides, world, options.profile));
		}
		return;
	}
	if (job.sizes) {
		const load = loadNow();
		const [latencyMs] = latencies;
		const grown = await step(`${job.id}`, (note) =>
			growthOf({ n8n, restart }, job, open, latencyMs, options.times, note),
		);
		put({ ...grown, load });
		return;
	}
	const world = await open(job.world);
	const sides = await sidesOf(n8n, job, world);
	if (options.profile) {
		await step(`Profile: ${job.id}`, () => profileSides(job, sides, world, options.profile));
		return;
	}
	const bytes = await answerBytes(job, world);
	for (const latencyMs of latencies) {
		const load = loadNow();
		const runs = await step(`${job.id}, ${latencyMs} ms`, (note) =>
			measured(sides, job, { world, latencyMs, times: options.times, restart, note }),
		);
		const added = await whatItAdds({ sides, job, world, options, restart });
		put({ ...resultOf(job, latencyMs, runs, bytes, added), load });
	}
}

/** Nothing where the job is not about that. */
async function whatItAdds({ sides, job, world, options: { times }, restart }) {
	if (!job.adds) return {};
	return await step(`${job.id}, memory`, (note) =>
		addedBySize(sides, job, { world, restart, times, note }),
	);
}

/**
 * Runs the jobs, one after the other. One that cannot be measured is a result too: the others go on.
 * @param {(result: object) => void} put gets each result as soon as it is there; none when profiling
 */
export async function runJobs({ n8n, restart, worlds, jobs, options, put }) {
	const open = worldOpener(n8n, worlds);
	for (const job of jobs) {
		try {
			await runJob({ n8n, restart, open, job, options, put });
		} catch (error) {
			const result = broken(job, error);
			console.error(`${job.id}: ${result.failed}`);
			put(result);
		}
	}
}
