/** @typedef {{ms: number, wallMs: number, cpuMs: number, grownBytes: number, items: number,
 *   requests: number, refused: number, maxInFlight: number}} Run */

export const median = (numbers) => {
	const sorted = [...numbers].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

export const rangeOf = (numbers) => [Math.min(...numbers), Math.max(...numbers)];

/** One run of one side, on a clean sheet; it must have done the whole job. @returns {Promise<Run>} */
async function runOnce({ run, items, rows }, world, latencyMs, profileFile) {
	await world.ask('prepare', { latencyMs });
	const time = await run(items, profileFile);
	const seen = await world.ask('seen');
	if (time.items !== rows || seen.refused > 0) {
		throw new Error(
			`${time.items} rows instead of ${rows}, ${seen.refused} requests refused: ${JSON.stringify(time.sample)?.slice(0, 600)}`,
		);
	}
	return { ...time, ...seen };
}

/**
 * The two sides in turn, after one run each that does not count; who begins changes every time.
 * @returns {Promise<{peer: Run[], ours: Run[]}>}
 */
export async function alternate(sides, world, latencyMs, times, note) {
	const runs = { peer: [], ours: [] };
	for (const side of ['peer', 'ours']) await runOnce(sides[side], world, latencyMs);
	for (let time = 0; time < times; time += 1) {
		note(`run ${time + 1} of ${times}`);
		for (const side of time % 2 ? ['ours', 'peer'] : ['peer', 'ours']) {
			runs[side].push(await runOnce(sides[side], world, latencyMs));
		}
	}
	return runs;
}

export const profile = async (side, world, file) => await runOnce(side, world, 0, file);
