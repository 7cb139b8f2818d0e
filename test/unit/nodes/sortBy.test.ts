import { sortBy, sorted } from '../../../nodes/shared/fields/sortBy';
import { itemWith } from './item';

interface Row {
	readonly id: number;
	readonly name?: string | null;
	readonly days?: number | null;
}

const ROWS: readonly Row[] = [
	{ id: 1, name: 'Élan', days: 10 },
	{ id: 2, name: null, days: null },
	{ id: 3, name: 'bank 10', days: 9 },
	{ id: 4, name: 'Bank 9', days: 100 },
	{ id: 5, name: 'elan' },
];
const ids = (rows: readonly Row[]) => rows.map(({ id }) => id);

it('leaves rows as they are without an order', () => {
	expect(sorted(ROWS, undefined)).toBe(ROWS);
});

it('sorts names as a person would, without case and accents, numbers in them by size', () => {
	expect(ids(sorted(ROWS, { by: 'name', descending: false }))).toEqual([4, 3, 1, 5, 2]);
});

it('puts rows without a value last in both directions', () => {
	expect(ids(sorted(ROWS, { by: 'days', descending: false }))).toEqual([3, 1, 4, 2, 5]);
	expect(ids(sorted(ROWS, { by: 'days', descending: true }))).toEqual([4, 1, 3, 2, 5]);
});

it('reads the order that was chosen, and refuses another', () => {
	const field = sortBy<Row>([{ name: 'Days, Longest First', by: 'days', descending: true }]);
	expect(field.read(itemWith({ sortBy: 'days' }))).toMatchObject({
		value: { by: 'days', descending: true },
	});
	expect(field.read(itemWith({ sortBy: 'name' }))).toMatchObject({ kind: 'failed' });
});
