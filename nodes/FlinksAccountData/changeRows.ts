import type { ChangesRead } from '../../outbound/transactions/changes/readChanges';
import type { Changed, Listed, Removed } from '../../outbound/transactions/changes/change';
import { mapInTurns } from '../../outbound/http/turns';
import { maskedRow } from '../../outbound/transactions/maskRow';
import { shaped, type Shape } from '../shared/accounts/shaped';
import type { Row } from '../shared/output/row';

export const OUTPUTS = { changes: 'Transactions', states: 'Sync States' } as const;

/** One row for each change: first what is gone, then what changed, then what is new. */
export async function changeRows(
	{ added, changed, removed, nextState }: ChangesRead,
	shape: Shape,
	currency: string | null,
	accountId: string,
): Promise<Row[]> {
	const { run } = nextState;
	const about = (change: Removed | Listed) => ({
		syncId: change.syncId,
		syncDate: change.syncDate,
		run,
	});
	const listed = (one: Listed) => {
		const row = { ...one.row, currency: one.row.currency ?? currency };
		return shaped(one.value, shape, (_, { fullNumbers }) =>
			fullNumbers ? row : maskedRow(one.value, row),
		);
	};
	const rowOf = (json: object): Row => ({ json: { ...json, accountId }, output: OUTPUTS.changes });
	return [
		...removed.map((one) => {
			const { transactionId, wasPending } = one;
			return rowOf({ change: 'removed', ...about(one), transactionId, wasPending });
		}),
		...(await mapInTurns(changed, (one) =>
			rowOf({ change: 'changed', ...listed(one), ...about(one), ...howKnown(one) }),
		)),
		...(await mapInTurns(added, (one) =>
			rowOf({ change: 'added', ...listed(one), ...about(one) }),
		)),
	];
}

function howKnown({ parts, by, confidence }: Changed) {
	return { changedParts: parts.join(', '), matchedBy: by, confidence };
}

/** What happened in one account, for its part of the row of the sync state. */
export function accountReport(accountId: string, read: ChangesRead) {
	const { added, changed, removed, started, startedText, since, from, to, notes } = read;
	const sentences = [startedText, ...notes.map(({ text }) => text)];
	return {
		accountId,
		added: added.length,
		changed: changed.length,
		removed: removed.length,
		run: read.nextState.run,
		since,
		from,
		to,
		started: started ?? null,
		note: sentences.filter(isFilled).join(' ') || null,
	};
}

export type AccountReport = ReturnType<typeof accountReport>;

function isFilled(text: string | undefined): text is string {
	return text !== undefined && text !== '';
}
