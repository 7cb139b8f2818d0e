import type { Changes } from '../../outbound/transactions/changes/change';
import type { TransactionRow } from '../../outbound/transactions/row';
import { dayIn } from '../../outbound/transactions/day';

/** What an operator does with the changes: a table keyed by syncId, and the state beside it. */
export class Books {
	readonly rows = new Map<string, TransactionRow>();
	state: string | undefined;
	/** Changes that changed nothing. */
	phantoms = 0;

	apply(changes: Changes): void {
		for (const { syncId } of changes.removed) {
			if (!this.rows.delete(syncId)) this.phantoms += 1;
		}
		for (const { syncId, row } of [...changes.changed, ...changes.added]) {
			const before = this.rows.get(syncId);
			if (before && contentOf(before) === contentOf(row)) this.phantoms += 1;
			this.rows.set(syncId, row);
		}
	}

	/** What the message of a start says: delete what is kept from that day on. */
	deleteFrom(day: number): void {
		for (const [syncId, row] of this.rows) if (firstDay(row) >= day) this.rows.delete(syncId);
	}

	deleteBefore(day: number): void {
		for (const [syncId, row] of this.rows) if (firstDay(row) < day) this.rows.delete(syncId);
	}

	contents(): string[] {
		return [...this.rows.values()].map(contentOf).sort();
	}
}

/** Everything that a row shows. */
export const contentOf = (row: TransactionRow): string => JSON.stringify(row);

function firstDay({ postedTimestamp, transactionTimestamp }: TransactionRow): number {
	const days = [postedTimestamp, transactionTimestamp].filter((one) => one !== null).map(dayIn);
	return Math.min(...days);
}

/** How many of `wanted` are not in `found`, each as often as it is there. */
export function countMissing(wanted: readonly string[], found: readonly string[]): number {
	const left = new Map<string, number>();
	for (const one of found) left.set(one, (left.get(one) ?? 0) + 1);
	return wanted.filter((one) => {
		const count = left.get(one) ?? 0;
		left.set(one, count - 1);
		return count <= 0;
	}).length;
}
