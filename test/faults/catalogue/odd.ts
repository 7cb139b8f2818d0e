import type { Fault } from '../proxy';
import { answers, json, rewritten } from '../proxy';
import type { FaultCase } from './types';
import { everywhere } from './types';

type Row = Readonly<Record<string, unknown>>;

const isRow = (value: unknown): value is Row =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every row of a list changed, whether the list is the body or a field of it; a body that is no list is a row. */
function inRows(change: (row: Row, at: number) => unknown): Fault {
	const changed = (rows: readonly unknown[]) =>
		rows.map((row, at) => (isRow(row) ? change(row, at) : row));
	return rewritten((body) => {
		if (Array.isArray(body)) return changed(body);
		const lists = Object.entries(body).filter(([, value]) => Array.isArray(value));
		if (lists.length === 0) return change(body, 0);
		const own = lists.map(([key, value]) => [key, Array.isArray(value) ? changed(value) : value]);
		return { ...body, ...Object.fromEntries(own) };
	});
}

/** What names a row stays: without it nobody can tell whose it is. */
const isName = (key: string) => /id$/i.test(key);

/** The row with its other fields changed, those inside a wrapper too. */
function fields(row: Row, change: (value: unknown) => unknown): Row {
	return Object.fromEntries(
		Object.entries(row).map(([key, value]) => {
			if (isName(key)) return [key, value];
			return [key, isRow(value) ? fields(value, change) : change(value)];
		}),
	);
}

const odd = (name: string, change: (row: Row, at: number) => unknown): FaultCase => ({
	group: 'odd rows',
	name,
	fault: () => inRows(change),
	expects: { read: 'flagged' },
	quick: true,
});

const another = (value: unknown): unknown => {
	if (typeof value === 'string') return [value];
	if (typeof value === 'number') return { amount: value };
	return Array.isArray(value) ? String(value) : 7;
};

/** What gateways say, in a body that is nobody's form. */
const gateway = (status: 401 | 403, message: string): FaultCase => ({
	group: 'gateways',
	name: `${status} ${message}`,
	fault: () => answers(json(status, { message })),
	expects:
		status === 401
			? { read: 'recovers', request: 'recovers', token: 'fails', change: 'told' }
			: everywhere('fails'),
	quick: true,
});

export const oddAnswers: readonly FaultCase[] = [
	gateway(401, 'Unauthorized'),
	gateway(403, 'Forbidden'),
	odd('null in every field', (row) => fields(row, () => null)),
	odd('no field but the IDs', (row) =>
		Object.fromEntries(Object.entries(row).filter(([key]) => isName(key))),
	),
	odd('every field of another type', (row) => fields(row, another)),
	odd('null in place of the first row', (row, at) => (at === 0 ? null : row)),
	odd('a number in place of the first row', (row, at) => (at === 0 ? 7 : row)),
];
