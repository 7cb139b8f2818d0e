import { runOnce } from './measure.mjs';

/** So many runs of a node are compared with its first. */
const LATER = 2;

/**
 * Rounds, each with a sandbox, credentials and workflows of its own, so that our node knows nothing of the server at its
 * first run and what it has found out at those after. Who begins changes with every run. Before them one run of each
 * side that does not count, unless a job does without it; that is in a sandbox of its own too.
 * @param {() => Promise<{world: object, sides: object}>} fresh gives both sides in a new sandbox
 * @returns {Promise<{first: {peer: Run[], ours: Run[]}, later: {peer: Run[], ours: Run[]}}>}
 */
export async function firstAndLater(fresh, job, { latencyMs, times, note }) {
	const rounds = Math.min(times, job.times ?? times);
	const first = { peer: [], ours: [] };
	const later = { peer: [], ours: [] };
	const runBoth = async ({ world, sides }, began, into) => {
		const names = Object.keys(sides);
		for (const side of began % 2 ? names.toReversed() : names) {
			into[side].push(await runOnce(sides[side], job, world, latencyMs));
		}
	};
	if (job.warm !== false) await runBoth(await fresh(), 0, { peer: [], ours: [] });
	for (let round = 0; round < rounds; round += 1) {
		const opened = await fresh();
		for (let run = 0; run <= LATER; run += 1) {
			note(`round ${round + 1} of ${rounds}, ${run === 0 ? 'first run' : `run ${run + 1}`}`);
			await runBoth(opened, round + run, run === 0 ? first : later);
		}
	}
	return { first, later };
}
