import os from 'node:os';
import { targetText, timed } from './table.mjs';

const line = (cells) => `| ${cells.join(' | ')} |`;

const HEAD = [
	'job',
	'latency',
	'peer ms',
	'ours ms',
	'times faster',
	'requests',
	'CPU',
	'in flight',
];

const rowOf = (one) =>
	line([
		one.job,
		`${one.latencyMs} ms`,
		timed(one.peerMs, one.peerRangeMs),
		timed(one.oursMs, one.oursRangeMs),
		one.ratio,
		`${one.peerRequests} : ${one.oursRequests}`,
		`${(one.cpuRatio * 100).toFixed(one.cpuRatio < 0.1 ? 1 : 0)} %`,
		`${one.peerMaxInFlight} : ${one.maxInFlight}`,
	]);

const targetRows = (results) =>
	results.flatMap(({ job, latencyMs, targets }) =>
		targets.map((target) => line([job, `${latencyMs} ms`, targetText(target)])),
	);

/** The results for docs/performance.md: where they come from, the figures, the targets. */
export function markdownOf(results) {
	const loads = results.map(({ load }) => load);
	const date = new Date().toISOString().slice(0, 10);
	return [
		`Measured on ${date}: ${os.cpus().length} cores (${os.cpus()[0].model.trim()}), ${results[0].runs} runs of each side; load average of the machine ${Math.min(...loads)} to ${Math.max(...loads)}.`,
		'',
		line(HEAD),
		line(HEAD.map(() => '---')),
		...results.map(rowOf),
		'',
		line(['job', 'latency', 'target']),
		line(['---', '---', '---']),
		...targetRows(results),
	].join('\n');
}
