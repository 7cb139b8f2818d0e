import { isDeepStrictEqual } from 'node:util';

import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { Expectation } from '../catalogue';
import type { Call } from '../proxy';
import type { Job } from '../scenarios/types';
import type { Ran } from './ran';

/** Where one input item ended. */
export interface End {
	readonly rows: readonly IDataObject[];
	readonly errors: readonly IDataObject[];
}

/** Items of the output that no input item accounts for. */
export interface Ends {
	readonly byItem: readonly End[];
	readonly strays: number;
}

const isError = ({ json }: INodeExecutionData): boolean =>
	typeof json.error === 'string' && 'message' in json && 'details' in json;

/** Sorts the output by the input item each row points back to; what is stored anew aside. */
export function endsOf({ output }: Pick<Ran, 'output'>, count: number): Ends {
	const byItem = Array.from({ length: count }, () => ({
		rows: new Array<IDataObject>(),
		errors: new Array<IDataObject>(),
	}));
	let strays = 0;
	for (const one of output.flat()) {
		if (one.json.reason === 'NEW_REFRESH_TOKEN' || one.json.reason === 'NEW_KEY') continue;
		const end = byItem[itemOf(one)];
		if (!end) strays += 1;
		else if (isError(one)) end.errors.push(one.json);
		else end.rows.push(one.json);
	}
	return { byItem, strays };
}

/** A node may name the item as a number or as an object; a row of several items belongs to none alone. */
function itemOf({ pairedItem }: INodeExecutionData): number {
	if (typeof pairedItem === 'number') return pairedItem;
	return typeof pairedItem === 'object' && !Array.isArray(pairedItem) ? pairedItem.item : -1;
}

/** The items that need one of the calls. */
export function itemsHit({ items, needing }: Job, calls: readonly Call[]): number[] {
	if (calls.length > 0 && !needing) return items.map((_, index) => index);
	return [...new Set(calls.flatMap((call) => needing?.(call) ?? []))];
}

/** A request that Flinks answered with success and does not list, or could not be asked about. */
const UNLISTED: ReadonlySet<unknown> = new Set(['NOT_CONFIRMED', 'NOT_LISTED_YET']);

/** New in each run: the world is seeded anew, so its dates move by milliseconds, and its random IDs change. */
const FRESH = ['connectedAt', 'connection', 'connectionId', 'linkId', 'requestedOn'];

/** Whether an item has the rows it had without the fault; a request may come out as not listed yet. */
export function sameRows(
	before: End | undefined,
	now: End | undefined,
	expected: Expectation,
	fresh: readonly string[] = [],
): boolean {
	const mayBeUnlisted = expected === 'unlisted' || expected === 'either';
	if (!before || now?.rows.length !== before.rows.length) return false;
	// What the rows say is compared with Flinks' records instead.
	if (expected === 'told' || expected === 'flagged') return true;
	const unstable = new Set([...FRESH, ...fresh]);
	return before.rows.every((row, index) => {
		const other = now.rows[index] ?? {};
		if (isDeepStrictEqual(lasting(row, unstable), lasting(other, unstable))) return true;
		const samePair = ['recipientId', 'providerId'].every(
			(id) => String(row[id]) === String(other[id]),
		);
		return mayBeUnlisted && samePair && UNLISTED.has(other.outcome);
	});
}

/** Whether an item that failed gave no row, or some of those that it has without the fault. */
export function partOfRows(
	before: End | undefined,
	now: End,
	fresh: readonly string[] = [],
): boolean {
	const unstable = new Set([...FRESH, ...fresh]);
	const known = before?.rows.map((row) => lasting(row, unstable)) ?? [];
	const found = now.rows.map((row) =>
		known.findIndex((one) => isDeepStrictEqual(one, lasting(row, unstable))),
	);
	return !found.includes(-1) && new Set(found).size === found.length;
}

function lasting(row: IDataObject, unstable: ReadonlySet<string>): unknown {
	return JSON.parse(
		JSON.stringify(row, (key, value: unknown) => (unstable.has(key) ? undefined : value)),
	);
}
