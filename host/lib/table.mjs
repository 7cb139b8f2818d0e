import Table from 'cli-table3';

const MAX_ROWS = 12;
const MAX_CELL = 32;

// Without lines between the rows, a screen holds twice as many.
const CHARS = { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' };
const STYLE = { head: process.stdout.isTTY ? ['bold'] : [], border: [] };

function textOf(value) {
	if (typeof value === 'object' && value !== null) return JSON.stringify(value);
	// Times to the minute: they are for looking at.
	return String(value ?? '').replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):\d\d.*Z$/, '$1 $2');
}

function cell(value, most = MAX_CELL) {
	const text = textOf(value);
	return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

const widthOf = (rows, columns) =>
	columns.reduce(
		(sum, name) => sum + Math.max(name.length, ...rows.map((row) => cell(row[name]).length)) + 3,
		1,
	);

/** What fits the width: IDs give way first, since names stand beside them, then the last columns. */
function fitting(rows, columns, width) {
	let shown = columns;
	while (shown.length > 1 && widthOf(rows, shown) > width) {
		const id = shown.findLast((name) => /Id$/.test(name));
		const victim = id ?? shown.at(-1);
		shown = shown.filter((name) => name !== victim);
	}
	return shown;
}

const MAX_LONG_CELL = 160;

/** A single row reads best from top to bottom. What is kept for a machine, such as a sync state, is cut. */
function upright(row) {
	const table = new Table({ chars: CHARS, style: STYLE });
	for (const [name, value] of Object.entries(row))
		table.push({ [name]: cell(value, MAX_LONG_CELL) });
	return String(table);
}

const more = (count, what) => count > 0 && `${count} more ${what}${count === 1 ? '' : 's'}`;

/**
 * Rows of an execution as a table of text. What does not fit (columns, rows) is counted underneath.
 * @param {object[]} rows
 * @param {number} width in characters
 */
export function tableOf(rows, width = process.stdout.columns ?? 120) {
	const [only] = rows;
	if (!only) return '(no rows)';
	if (rows.length === 1) return upright(only);
	const first = rows.slice(0, MAX_ROWS);
	const columns = [...new Set(first.flatMap((row) => Object.keys(row)))];
	const shown = fitting(first, columns, width);
	const table = new Table({ head: shown, chars: CHARS, style: STYLE });
	for (const row of first) table.push(shown.map((name) => cell(row[name])));
	const left = [
		more(rows.length - first.length, 'row'),
		more(columns.length - shown.length, 'column'),
	].filter(Boolean);
	return left.length > 0 ? `${table}\n(${left.join(' and ')} in the editor)` : String(table);
}
