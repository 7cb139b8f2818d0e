export const HEAD = [
	'job',
	'latency',
	'peer ms',
	'ours ms',
	'times faster',
	'requests',
	'CPU',
	'in flight',
	'longest pause',
];

const NOTHING = '–';
const isKnown = (number) => typeof number === 'number' && Number.isFinite(number);
const ms = (number) => (number < 100 ? number.toFixed(1) : Math.round(number).toLocaleString('en'));
const timed = (middle, [from, to]) =>
	from === to ? ms(middle) : `${ms(middle)} (${ms(from)}–${ms(to)})`;
const pair = (peer, ours) =>
	[peer, ours].map((one) => (isKnown(one) ? String(one) : NOTHING)).join(' : ');
/** Older results do not say how much of a pause was garbage collection. */
const pauseText = (pauseMs, gcMs) => `${ms(pauseMs)}${isKnown(gcMs) ? ` (GC ${ms(gcMs)})` : ''} ms`;
const pauses = ({ peerPauseMs, peerPauseGcMs, oursPauseMs, oursPauseGcMs }) =>
	[
		[peerPauseMs, peerPauseGcMs],
		[oursPauseMs, oursPauseGcMs],
	]
		.map(([pause, gc]) => (isKnown(pause) ? pauseText(pause, gc) : NOTHING))
		.join(' : ');
const percent = (share) => `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;

/** Those that have figures. */
export const measuredOf = (results) => results.filter(({ failed }) => failed === undefined);

/** The figures of one result as texts, for any table. */
export const cellsOf = (one) => [
	one.job,
	`${one.latencyMs} ms`,
	timed(one.peerMs, one.peerRangeMs),
	timed(one.oursMs, one.oursRangeMs),
	String(one.ratio),
	pair(one.peerRequests, one.oursRequests),
	percent(one.cpuRatio),
	pair(one.peerMaxInFlight, one.oursMaxInFlight),
	pauses(one),
];

const bound = ({ atLeast, atMost }) => (atLeast === undefined ? `≤ ${atMost}` : `≥ ${atLeast}`);

const targetText = (target) =>
	`${target.met ? 'met' : 'NOT MET'}: ${target.reached} ${target.what} (target ${bound(target)})`;

/** For each target of each result its job, the latency and the verdict. */
export const targetsOf = (results) =>
	results.flatMap(({ job, latencyMs, failed, targets }) =>
		failed === undefined
			? targets.map((target) => [job, `${latencyMs} ms`, targetText(target)])
			: [[job, NOTHING, `NOT MEASURED: ${failed.replace(/\s+/g, ' ').slice(0, 200)}`]],
	);

export const FIRST_HEAD = [
	'job',
	'latency',
	'run',
	'peer ms',
	'ours ms',
	'times faster',
	'of the ideal time',
	'requests',
	'CPU',
	'in flight',
];

const timesOf = (one, run) => [
	one.job,
	`${one.latencyMs} ms`,
	run,
	timed(one.peerMs, one.peerRangeMs),
	timed(one.oursMs, one.oursRangeMs),
	String(one.ratio),
	isKnown(one.idealShare) ? String(one.idealShare) : NOTHING,
	pair(one.peerRequests, one.oursRequests),
	percent(one.cpuRatio),
	pair(one.peerMaxInFlight, one.oursMaxInFlight),
];

/** Two lines for each result of a job whose first runs were measured by themselves. */
export const firstCellsOf = (results) =>
	results
		.filter(({ first }) => first !== undefined)
		.flatMap((one) => [timesOf(one.first, 'first'), timesOf(one, 'later')]);

const sizeText = (size) => size.toLocaleString('en');

export const GROWTH_HEAD = ['job', 'size', 'peer CPU ms', 'ours CPU ms', 'longest pause', 'memory'];

/** One line for each size of the jobs that were measured at several. */
export const growthCellsOf = (results) =>
	results.flatMap(({ job, growth = [] }) =>
		growth.map((at) => [
			job,
			sizeText(at.size),
			isKnown(at.peerCpuMs) ? ms(at.peerCpuMs) : NOTHING,
			ms(at.oursCpuMs),
			pauses(at),
			isKnown(at.oursGrownBytes) ? `${(at.oursGrownBytes / 1e6).toFixed(0)} MB` : NOTHING,
		]),
	);

export const ADDED_HEAD = ['job', 'download', 'peer MB', 'ours MB'];

const megabytes = ({ median, range: [from, to] }) =>
	from === to ? String(median) : `${median} (${from} to ${to})`;

/** How far n8n grew at each size, for the jobs that are about that. */
export const addedCellsOf = (results) =>
	results.flatMap(({ job, added = [] }) =>
		added.map(({ what, peer, ours }) => [job, what, megabytes(peer), megabytes(ours)]),
	);
