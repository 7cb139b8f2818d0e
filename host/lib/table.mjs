import Table from 'cli-table3';

const MAX_ROWS = 12;
const MAX_CELL = 34;

function cell(value) {
	if (value === undefined || value === null) return '';
	const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
	return text.length > MAX_CELL ? `${text.slice(0, MAX_CELL - 1)}…` : text;
}

const widthOf = (rows, columns) =>
	columns.reduce(
		(sum, name) => sum + Math.max(name.length, ...rows.map((row) => cell(row[name]).length)) + 3,
		1,
	);

/** As many of the leading columns as fit the width. */
function fitting(rows, columns, width) {
	let shown = columns;
	while (shown.length > 1 && widthOf(rows, shown) > width) shown = shown.slice(0, -1);
	return shown;
}

/**
 * Rows of an execution as a table of text. What does not fit (columns, rows) is counted underneath.
 * @param {object[]} rows
 */
export function tableOf(rows, width = process.stdout.columns ?? 120) {
	if (rows.length === 0) return '(no rows)';
	const first = rows.slice(0, MAX_ROWS);
	const columns = [...new Set(first.flatMap((row) => Object.keys(row)))];
	const shown = fitting(first, columns, width);
	const table = new Table({ head: shown, style: { head: [], border: [] } });
	for (const row of first) table.push(shown.map((name) => cell(row[name])));
	const left = [
		rows.length > first.length && `${rows.length - first.length} more rows`,
		columns.length > shown.length && `${columns.length - shown.length} more columns`,
	].filter(Boolean);
	return left.length > 0 ? `${table}\n(${left.join(' and ')} in the editor)` : String(table);
}
