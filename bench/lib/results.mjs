import { verdicts } from './judge.mjs';
import { median, medianWith, rangeOf } from './measure.mjs';

const round = (number, digits = 2) => Number(number.toFixed(digits));

/** One side's figures: medians, save the extremes. The pauses are those of `bench/probe/nodes/pauses.js`. */
function sideOf(prefix, runs) {
	if (runs.length === 0) return {};
	const of = (field) => median(runs.map((run) => run[field]));
	const [pauseMs, pauseGcMs] = medianWith(runs, 'pauseMs', 'pauseGcMs');
	return {
		[`${prefix}Ms`]: round(of('ms'), 1),
		[`${prefix}RangeMs`]: rangeOf(runs.map(({ ms }) => ms)).map((ms) => round(ms, 1)),
		[`${prefix}Requests`]: of('requests'),
		[`${prefix}TokenRequests`]: of('tokenRequests'),
		[`${prefix}CpuMs`]: round(of('cpuMs'), 1),
		[`${prefix}PauseMs`]: round(pauseMs, 1),
		[`${prefix}PauseGcMs`]: round(pauseGcMs, 1),
		[`${prefix}PauseOtherMs`]: round(of('pauseOtherMs'), 1),
		[`${prefix}GcMs`]: round(of('gcMs'), 1),
		[`${prefix}MaxInFlight`]: Math.max(...runs.map(({ maxInFlight }) => maxInFlight)),
	};
}

/**
 * Ours beside the peer's: `ratio` is how many times faster we are, `cpuRatio` our CPU for the whole job over
 * the peer's; where both send as many requests, that is the CPU for each of them.
 */
function sharesOf(one) {
	if (one.peerMs === undefined) return {};
	return {
		ratio: round(one.peerMs / one.oursMs),
		timeShare: round(one.oursMs / one.peerMs),
		cpuRatio: round(one.oursCpuMs / one.peerCpuMs, 3),
	};
}

/** `memoryRatio`: how far our side makes n8n grow, over the size of the answer. */
function memoryOf(grown, answerBytes) {
	if (grown === undefined) return {};
	const { peer, ours } = grown;
	return {
		oursGrownBytes: ours,
		oursGrownMB: round(ours / 1e6, 1),
		...(peer ? { peerGrownBytes: peer, memoryShare: round(ours / peer) } : {}),
		...(answerBytes ? { answerBytes, memoryRatio: round(ours / answerBytes) } : {}),
	};
}

/**
 * The figures of one job at one latency.
 * `idealShare`: our time over what a job says is ideal.
 */
export function figuresOf(job, latencyMs, { peer, ours, grown }, answerBytes) {
	const one = { ...sideOf('peer', peer), ...sideOf('ours', ours) };
	const sent = one.oursRequests + one.oursTokenRequests;
	return {
		job: job.id,
		latencyMs,
		peer: job.peerName ?? 'HTTP Request',
		...(job.peerDoesLess ? { peerDoesLess: true } : {}),
		...(job.chart ? { chart: true } : {}),
		...one,
		...sharesOf(one),
		...(job.idealMs ? { idealShare: round(one.oursMs / job.idealMs, 3) } : {}),
		...(job.customers ? { requestsPerCustomer: round(sent / job.customers) } : {}),
		...memoryOf(grown, answerBytes),
		runs: ours.length,
	};
}

/**
 * The figures with a verdict for each of the job's targets.
 * @param {object} added further figures, as `addedBySize` gives them
 */
export function resultOf(job, latencyMs, runs, answerBytes, added) {
	const figures = { ...figuresOf(job, latencyMs, runs, answerBytes), ...added };
	return { ...figures, targets: verdicts(job.targets, figures) };
}

/**
 * The figures of a job whose node may know something from its runs before: those of the later runs, and as `first` those
 * of the first ones. Each of the job's targets has a verdict for both.
 * @param {{first: {peer: object[], ours: object[]}, later: {peer: object[], ours: object[]}}} runs
 */
export function firstAndLaterOf(job, latencyMs, { first, later }) {
	const figures = figuresOf(job, latencyMs, later);
	const atFirst = figuresOf(job, latencyMs, first);
	const judged = (when, reached) =>
		verdicts(job.targets, reached).map((target) => ({
			...target,
			what: `${target.what}, ${when}`,
		}));
	return {
		...figures,
		first: atFirst,
		targets: [...judged('first run', atFirst), ...judged('later runs', figures)],
	};
}
