import { done } from '../../../outbound/outcome';
import { choice } from './choice';
import type { Field } from './field';
import { mapped } from './field';

/** One way to sort rows: by which of their fields, and whether what is highest or newest comes first. */
export interface Order<Row> {
	readonly by: keyof Row & string;
	readonly descending: boolean;
}

interface NamedOrder<Row> extends Order<Row> {
	readonly name: string;
}

/** The option Sort By, in alphabetical order. Without it rows stay as Flinks lists them. */
export function sortBy<Row>(orders: ReadonlyArray<NamedOrder<Row>>): Field<Order<Row> | undefined> {
	const field = choice<string>({
		name: 'sortBy',
		label: 'Sort By',
		description: 'What the rows are sorted by. Without this option they stay as Flinks lists them.',
		options: orders.map(({ name, by }) => ({ name, value: by })),
		default: orders[0]?.by ?? '',
	});
	return mapped(field, (value) => done(orders.find(({ by }) => by === value)));
}

/** The rows in the order asked for; those without a value come last, equal ones stay as they were. */
export function sorted<Row>(rows: readonly Row[], order: Order<Row> | undefined): readonly Row[] {
	if (!order) return rows;
	const { by, descending } = order;
	const sign = descending ? -1 : 1;
	return [...rows].sort((a, b) => {
		const [one, other]: readonly unknown[] = [a[by], b[by]];
		if (isNothing(one) || isNothing(other))
			return Number(isNothing(one)) - Number(isNothing(other));
		return sign * compare(one, other);
	});
}

function isNothing(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}

/** Numbers by size, also where they are written as text; the rest as in a dictionary. */
function compare(one: unknown, other: unknown): number {
	if (typeof one === 'number' && typeof other === 'number') return one - other;
	return COLLATOR.compare(String(one), String(other));
}

const COLLATOR = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
