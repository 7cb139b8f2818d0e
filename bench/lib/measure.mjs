import { setTimeout as sleep } from 'node:timers/promises';

/** @typedef {{ms: number, wallMs: number, cpuMs: number, pauseMs: number, pauseGcMs: number,
 *   pauseOtherMs: number, gcMs: number, grownBytes: number, items: number, requests: number, tokenRequests: number, refused: number, maxInFlight: number}} Run */

export const median = (numbers) => {
	const sorted = [...numbers].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** The median of one field, and another field of the same run, or of the same two. */
export function medianWith(runs, field, other) {
	const sorted = runs.toSorted((a, b) => a[field] - b[field]);
	const half = sorted.length / 2;
	const middle = sorted.slice(Math.ceil(half) - 1, Math.floor(half) + 1);
	const mean = (of) => middle.reduce((sum, run) => sum + run[of], 0) / middle.length;
	return [mean(field), mean(other)];
}

export const rangeOf = (numbers) => [Math.min(...numbers), Math.max(...numbers)];

/** One run of one side, on a clean sheet; it must have done the whole job. @returns {Promise<Run>} */
export async function runOnce({ run, items, rows }, job, world, latencyMs, how) {
	const { settings, faults, mayRefuse } = job;
	// What was asked last counts for the server until then.
	if (settings?.throttle) await sleep(settings.throttle.windowMs);
	await world.ask('prepare', { settings: { ...settings, latencyMs }, faults });
	const time = await run(items, how);
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
 * how often at most, and whether it does without that first run, where a run takes long.
 * @returns {Promise<{peer: Run[], ours: Run[]}>}
 */
async function alternate(sides, job, world, latencyMs, wanted, note) {
	const times = Math.min(wanted, job.times ?? wanted);
	const names = Object.keys(sides);
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

/**
 * How far each side makes n8n grow: once, in an n8n that was started for it, since one that has run before keeps
 * room that would not count.
 */
async function grown(sides, job, world, latencyMs, restart, note) {
	const bytes = {};
	for (const [name, side] of Object.entries(sides)) {
		note(`memory of ${name}`);
		await restart();
		bytes[name] = (await runOnce(side, job, world, latencyMs)).grownBytes;
	}
	return bytes;
}

/** The runs of both sides, and for a job about memory how far they make n8n grow, in bytes. */
export async function measured(sides, job, { world, latencyMs, times, restart, note }) {
	const runs = await alternate(sides, job, world, latencyMs, times, note);
	if (!job.memory) return runs;
	return { ...runs, grown: await grown(sides, job, world, latencyMs, restart, note) };
}
