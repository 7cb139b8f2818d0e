import Table from 'cli-table3';
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

const STYLE = { head: process.stdout.isTTY ? ['bold'] : [], border: [] };

/** Nothing where there are no rows. */
function shown(head, rows) {
	if (rows.length === 0) return [];
	const table = new Table({ head, style: STYLE });
	table.push(...rows);
	return [String(table)];
}

/** The results as tables, medians with the range in brackets, and the targets underneath. */
export function tableOf(results) {
	const measured = measuredOf(results);
	const targets = targetsOf(results).map(([job, latency, text]) => `  ${job}, ${latency}: ${text}`);
	return [
		...shown(HEAD, measured.map(cellsOf)),
		...shown(FIRST_HEAD, firstCellsOf(measured)),
		...shown(GROWTH_HEAD, growthCellsOf(measured)),
		...shown(ADDED_HEAD, addedCellsOf(measured)),
		'Targets',
		...targets,
	].join('\n');
}
