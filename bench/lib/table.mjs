import Table from 'cli-table3';
import { ADDED_HEAD, addedCellsOf, cellsOf, HEAD, measuredOf, targetsOf } from './cells.mjs';

const STYLE = { head: process.stdout.isTTY ? ['bold'] : [], border: [] };

/** The results as a table, medians with the range in brackets, and the targets underneath. */
export function tableOf(results) {
	const table = new Table({ head: HEAD, style: STYLE });
	for (const one of measuredOf(results)) table.push(cellsOf(one));
	const targets = targetsOf(results).map(([job, latency, text]) => `  ${job}, ${latency}: ${text}`);
	const added = addedCellsOf(results);
	const grown = new Table({ head: ADDED_HEAD, style: STYLE });
	grown.push(...added);
	return [String(table), ...(added.length ? [String(grown)] : []), 'Targets', ...targets].join(
		'\n',
	);
}
