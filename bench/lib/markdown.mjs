import os from 'node:os';
import {
	ADDED_HEAD,
	addedCellsOf,
	cellsOf,
	FIRST_HEAD,
	firstCellsOf,
	GROWTH_HEAD,
	growthCellsOf,
	HEAD,
	measuredOf,
	targetsOf,
} from './cells.mjs';

const line = (cells) => `| ${cells.join(' | ')} |`;

/** Nothing where there are no rows. */
const tableOf = (head, rows) =>
	rows.length > 0 ? ['', line(head), line(head.map(() => '---')), ...rows.map(line)] : [];

function measuredWhere(results) {
	const loads = results.map(({ load }) => load);
	const runs = results.map((one) => one.runs);
	const date = new Date().toISOString().slice(0, 10);
	return `Measured on ${date}: ${os.cpus().length} cores (${os.cpus()[0].model.trim()}), up to ${Math.max(...runs)} runs of each side; load average of the machine ${Math.min(...loads)} to ${Math.max(...loads)}.`;
}

/** The results for docs/performance.md: where they come from, the figures, the targets. */
export function markdownOf(results) {
	const measured = measuredOf(results);
	return [
		measuredWhere(measured),
		...tableOf(HEAD, measured.map(cellsOf)),
		...tableOf(FIRST_HEAD, firstCellsOf(measured)),
		...tableOf(GROWTH_HEAD, growthCellsOf(measured)),
		...tableOf(ADDED_HEAD, addedCellsOf(measured)),
		...tableOf(['job', 'latency', 'target'], targetsOf(results)),
	].join('\n');
}
