import { verdicts } from './judge.mjs';
import { measured } from './measure.mjs';
import { figuresOf } from './results.mjs';
import { sidesOf } from './sides.mjs';

/** The slope of a line through the points on logarithmic axes: 1 where cost grows with the size. */
function exponentOf(points) {
	const logs = points.map(([size, cost]) => [Math.log(size), Math.log(cost)]);
	const mean = (at) => logs.reduce((sum, log) => sum + log[at], 0) / logs.length;
	const [middle, level] = [mean(0), mean(1)];
	const over = logs.reduce((sum, [x, y]) => sum + (x - middle) * (y - level), 0);
	const under = logs.reduce((sum, [x]) => sum + (x - middle) ** 2, 0);
	return Number((over / under).toFixed(2));
}

/** What is kept of each size; JSON leaves out what was not measured there. */
const point = ({ size }, figures) => ({
	size,
	oursCpuMs: figures.oursCpuMs,
	oursMs: figures.oursMs,
	oursPauseMs: figures.oursPauseMs,
	oursPauseGcMs: figures.oursPauseGcMs,
	oursPauseOtherMs: figures.oursPauseOtherMs,
	oursGrownBytes: figures.oursGrownBytes,
	peerCpuMs: figures.peerCpuMs,
	peerPauseMs: figures.peerPauseMs,
	peerPauseGcMs: figures.peerPauseGcMs,
});

/**
 * A job at several sizes. The exponent is that of CPU time, which other programs disturb least. Where the
 * peer would take too long at a size it is left out there, and where it has one size only, so is its exponent.
 * @returns {Promise<object>} the figures at the largest size that both did, with `growth` for all sizes
 */
export async function growthOf({ n8n, restart }, job, open, latencyMs, times, note) {
	const points = [];
	let largest;
	for (const step of job.sizes) {
		const world = await open(step.world);
		const sides = await sidesOf(n8n, { ...step, id: `${job.id} ${step.size}` }, world);
		const runs = await measured(
			sides,
			{ ...job, ...step },
			{
				world,
				latencyMs,
				times,
				restart,
				note: (text) => note(`${step.size.toLocaleString('en')}, ${text}`),
			},
		);
		const figures = figuresOf({ ...job, ...step, id: job.id }, latencyMs, runs);
		points.push(point(step, figures));
		if (runs.peer.length > 0) largest = figures;
	}
	const cost = (field) =>
		points.filter((one) => Number.isFinite(one[field])).map((one) => [one.size, one[field]]);
	const peerCosts = cost('peerCpuMs');
	const at10k = points.find(({ size }) => size === 10_000);
	const figures = {
		...largest,
		growth: points,
		exponent: exponentOf(cost('oursCpuMs')),
		...(peerCosts.length > 1 ? { peerExponent: exponentOf(peerCosts) } : {}),
		...(at10k
			? { pauseAt10kMs: at10k.oursPauseMs, pauseOtherAt10kMs: at10k.oursPauseOtherMs }
			: {}),
	};
	return { ...figures, targets: verdicts(job.targets, figures) };
}
