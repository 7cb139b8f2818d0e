import { step } from '../../host/lib/progress.mjs';
import { addedBySize } from './added.mjs';
import { answerBytes } from './answerBytes.mjs';
import { firstAndLater } from './firstAndLater.mjs';
import { growthOf } from './growth.mjs';
import { broken } from './judge.mjs';
import { loadNow } from './machine.mjs';
import { measured } from './measure.mjs';
import { worldOpener } from './openWorld.mjs';
import { firstAndLaterOf, resultOf } from './results.mjs';
import { itemsOf, profileSides, sidesOf } from './sides.mjs';

/** Leaves CPU profiles of a job, at each of its sizes. */
async function profile({ n8n, open, job, options }) {
	const sizes = job.sizes?.map((size) => ({ ...job, ...size, id: `${job.id} ${size.size}` }));
	for (const one of sizes ?? [job]) {
		const world = await open(one.world);
		const sides = await sidesOf(n8n, one, world);
		await step(`Profile: ${one.id}`, () => profileSides(one, sides, world, options.profile));
	}
}

async function atSizes({
	n8n,
	restart,
	open,
	job,
	latencies: [latencyMs],
	options: { times },
	put,
}) {
	const load = loadNow();
	const grown = await step(`${job.id}`, (note) =>
		growthOf({ n8n, restart }, job, open, latencyMs, times, note),
	);
	put({ ...grown, load });
}

/** At every latency, each run of the first ones by a node that knows nothing. */
async function withFirstRuns({ n8n, another, job, latencies, options: { times }, put }) {
	const fresh = async () => {
		const world = await another(job.world);
		return { world, sides: await sidesOf(n8n, job, world, { at: world.url }) };
	};
	for (const latencyMs of latencies) {
		const load = loadNow();
		const runs = await step(`${job.id}, ${latencyMs} ms`, (note) =>
			firstAndLater(fresh, job, { latencyMs, times, note }),
		);
		put({ ...firstAndLaterOf(job, latencyMs, runs), load });
	}
}

/** At every latency, in workflows of its own: a node may go by what its runs before have found out. */
async function atLatencies({ n8n, restart, open, job, latencies, options: { times }, put }) {
	const world = await open(job.world);
	const bytes = await answerBytes(job, world);
	const items = await itemsOf(n8n, job, world);
	for (const latencyMs of latencies) {
		const sides = await sidesOf(n8n, job, world, { items, at: `${latencyMs} ms` });
		const load = loadNow();
		const runs = await step(`${job.id}, ${latencyMs} ms`, (note) =>
			measured(sides, job, { world, latencyMs, times, restart, note }),
		);
		const added = await whatItAdds({ sides, job, world, times, restart });
		put({ ...resultOf(job, latencyMs, runs, bytes, added), load });
	}
}

async function runJob(what) {
	const { job, options } = what;
	const latencies = options.latencies ?? job.latencies ?? [0];
	if (options.profile) return await profile(what);
	if (job.sizes) return await atSizes({ ...what, latencies });
	if (job.first) return await withFirstRuns({ ...what, latencies });
	return await atLatencies({ ...what, latencies });
}

/** Nothing where the job is not about that. */
async function whatItAdds({ sides, job, world, times, restart }) {
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
	const { open, another } = worldOpener(n8n, worlds);
	for (const job of jobs) {
		try {
			await runJob({ n8n, restart, open, another, job, options, put });
		} catch (error) {
			const result = broken(job, error);
			console.error(`${job.id}: ${result.failed}`);
			put(result);
		}
	}
}
