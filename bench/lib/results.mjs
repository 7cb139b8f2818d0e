import { median, rangeOf } from './measure.mjs';

const round = (number, digits = 2) => Number(number.toFixed(digits));
const of = (runs, field) => median(runs.map((run) => run[field]));
const rangeMs = (runs) => rangeOf(runs.map(({ ms }) => ms)).map((ms) => round(ms, 1));

/**
 * The figures of one job at one latency: medians over its runs. `ratio` is how many times faster we
 * are, `cpuRatio` our CPU for the whole job over the peer's; where both send as many requests, that is
 * the CPU for each of them. `memoryRatio`: how far n8n grew, over the size of the answer.
 */
export function resultOf(job, latencyMs, { peer, ours }, answerBytes) {
	const [peerMs, oursMs] = [of(peer, 'ms'), of(ours, 'ms')];
	const figures = {
		job: job.id,
		latencyMs,
		peer: job.peerName ?? 'HTTP Request',
		...(job.peerDoesLess ? { peerDoesLess: true } : {}),
		peerMs: round(peerMs, 1),
		peerRangeMs: rangeMs(peer),
		oursMs: round(oursMs, 1),
		oursRangeMs: rangeMs(ours),
		ratio: round(peerMs / oursMs),
		timeShare: round(oursMs / peerMs),
		peerRequests: of(peer, 'requests'),
		oursRequests: of(ours, 'requests'),
		peerCpuMs: round(of(peer, 'cpuMs'), 1),
		oursCpuMs: round(of(ours, 'cpuMs'), 1),
		cpuRatio: round(of(ours, 'cpuMs') / of(peer, 'cpuMs'), 3),
		maxInFlight: Math.max(...ours.map(({ maxInFlight }) => maxInFlight)),
		peerMaxInFlight: Math.max(...peer.map(({ maxInFlight }) => maxInFlight)),
		peerGrownBytes: of(peer, 'grownBytes'),
		oursGrownBytes: of(ours, 'grownBytes'),
		...(answerBytes
			? { answerBytes, memoryRatio: round(of(ours, 'grownBytes') / answerBytes) }
			: {}),
		runs: ours.length,
	};
	return { ...figures, targets: job.targets.flatMap((target) => judged(target, figures)) };
}

const boundAt = (bound, latencyMs) => (typeof bound === 'object' ? bound[latencyMs] : bound);

/** The target with what was reached; nothing where it does not hold at this latency. */
function judged({ what, of: field, atLeast, atMost }, figures) {
	const least = boundAt(atLeast, figures.latencyMs);
	const most = boundAt(atMost, figures.latencyMs);
	if (least === undefined && most === undefined) return [];
	const reached = figures[field];
	const met = least === undefined ? reached <= most : reached >= least;
	return [{ what, ...(least === undefined ? { atMost: most } : { atLeast: least }), reached, met }];
}
