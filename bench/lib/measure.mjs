/** @typedef {{ms: number, wallMs: number, cpuMs: number, pauseMs: number, grownBytes: number,
 *   items: number, requests: number, tokenRequests: number, refused: number, maxInFlight: number}} Run */

export const median = (numbers) => {
	const sorted = [...numbers].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

export const rangeOf = (numbers) => [Math.min(...numbers), Math.max(...numbers)];

/** One run of one side, on a clean sheet; it must have done the whole job. @returns {Promise<Run>} */
export async function runOnce({ run, items, rows }, job, world, latencyMs, profileFile) {
	const { settings, faults, mayRefuse } = job;
	await world.ask('prepare', { settings: { ...settings, latencyMs }, faults });
	const time = await run(items, profileFile);
	const seen = await world.ask('seen');
	if (time.items !== rows || (seen.refused > 0 && !mayRefuse)) {
		throw new Error(
			`${time.items} rows instead of ${rows}, ${seen.refused} requests refused: ${JSON.stringify(time.sample)?.slice(0, 600)}`,
		);
	}
	return { ...time, ...seen };
}

/**
 * The two sides in turn, after one run each that does not count; who begins changes every time. A job says
 * how often at most, whether it does without that first run, where a run takes long, and whether ours begins.
 * @returns {Promise<{peer: Run[], ours: Run[]}>}
 */
export async function alternate(sides, job, world, latencyMs, wanted, note) {
	const times = Math.min(wanted, job.times ?? wanted);
	const names = job.oursFirst ? Object.keys(sides).toReversed() : Object.keys(sides);
	const runs = { peer: [], ours: [] };
	if (job.warm !== false) {
		for (const side of names) await runOnce(sides[side], job, world, latencyMs);
	}
	for (let time = 0; time < times; time += 1) {
		note(`run ${time + 1} of ${times}`);
		for (const side of time % 2 ? names.toReversed() : names) {
			runs[side].push(await runOnce(sides[side], job, world, latencyMs));
		}
	}
	return runs;
}
