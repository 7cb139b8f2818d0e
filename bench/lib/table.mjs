import Table from 'cli-table3';

const STYLE = { head: process.stdout.isTTY ? ['bold'] : [], border: [] };
const ms = (number) => (number < 100 ? number.toFixed(1) : Math.round(number).toLocaleString('en'));
export const timed = (middle, [from, to]) => `${ms(middle)} (${ms(from)}–${ms(to)})`;
const bound = ({ atLeast, atMost }) =>
	atLeast === undefined ? `≤ ${atMost}` : `≥ ${Number(atLeast.toFixed(2))}`;

export const targetText = (target) =>
	`${target.met ? 'met' : 'NOT MET'}: ${target.reached} ${target.what} (target ${bound(target)})`;

/** The results as a table, medians with the range in brackets, and the targets underneath. */
export function tableOf(results) {
	const table = new Table({
		head: ['job', 'latency', 'peer ms', 'ours ms', 'faster', 'requests', 'CPU', 'in flight'],
		style: STYLE,
	});
	for (const one of results) {
		table.push([
			one.job,
			`${one.latencyMs} ms`,
			timed(one.peerMs, one.peerRangeMs),
			timed(one.oursMs, one.oursRangeMs),
			`${one.ratio} x`,
			`${one.peerRequests} : ${one.oursRequests}`,
			`${(one.cpuRatio * 100).toFixed(one.cpuRatio < 0.1 ? 1 : 0)} %`,
			`${one.peerMaxInFlight} : ${one.maxInFlight}`,
		]);
	}
	const targets = results.flatMap(({ job, latencyMs, targets }) =>
		targets.map((target) => `  ${job}, ${latencyMs} ms: ${targetText(target)}`),
	);
	return [String(table), 'Targets', ...targets].join('\n');
}
