import type { Failure } from '../../outbound/failure';
import { outcomeOf, valueOf } from '../../outbound/outcome';
import { dateText, utcDay } from '../../outbound/transactions/day';
import type { Sending } from '../shared/client/access';
import type { Host } from '../shared/host/host';
import type { Row } from '../shared/output/row';
import { rowsFrom } from '../shared/output/row';
import { handedOver } from '../shared/poll/handedOver';
import { memoryText } from '../shared/poll/memoryText';
import type { PartOfLook } from '../shared/poll/pollingTrigger';
import { accountChanges, eventRows, type EventRow } from './accountChanges';
import { notListed, watchedAccounts } from './accounts';
import { connectionOf } from './connection';
import type { TriggerJob } from './fields';
import { memoryAsText, memoryIn, type States, type TriggerMemory } from './memory';

/** The name of what the trigger remembers. */
export const MEMORY = 'transactions';

/**
 * What changed in the accounts since the last look. What is given out counts as known only when n8n is
 * sure to have it; until then the state before it is kept too, and a new process begins there.
 */
export async function look(
	job: TriggerJob,
	{ client }: Sending,
	host: Host,
): Promise<PartOfLook | Row[]> {
	const memory = memoryText(host, MEMORY);
	const text = memory.read();
	const before = memoryIn(text);
	const isLost = text !== '' && !before;
	const handed = handedOver(host);
	const known = before && standing(before, handed.isSure(batchOf(before.given)));
	const today = utcDay(client.runtime.now());
	const began = before?.began ?? today;
	const backfill = job.options.backfillDays;
	const sinceBegan = today - began + (backfill ?? 0);
	const isWanted = (row: EventRow, isNewHere: boolean) => {
		if (job.events.length > 0 && !job.events.some((event) => event === row.change)) return false;
		if (!isNewHere) return true;
		// Of an account that came later nothing since the first look is passed over: it may have been opened since.
		const silent = known === undefined && !isLost && backfill === undefined;
		if (silent || isLost) return isLost;
		return row.syncDate === null || row.syncDate >= dateText(began - (backfill ?? 0));
	};
	const accounts = await watchedAccounts(client, job.filters.accountIds);
	const connectionId = connectionOf(host);
	const read = await Promise.all(
		accounts.map(async (account) => {
			const state = known?.[account.id] ?? '';
			const changes = await outcomeOf(
				async () => await accountChanges(client, account, connectionId, state, sinceBegan),
			);
			return { account, changes };
		}),
	);
	const rows: EventRow[] = [];
	const kept: Record<string, string> = { ...known };
	const given: Record<string, string> = {};
	let trouble: Failure | undefined;
	for (const { account, changes } of read) {
		if (changes.kind === 'failed') {
			trouble ??= changes.failure;
			continue;
		}
		const isNewHere = changes.value.started === 'first-time';
		const own = eventRows(changes.value, account, isLost ? LOST : undefined).filter((row) =>
			isWanted(row, isNewHere),
		);
		rows.push(...own);
		if (own.length === 0) kept[account.id] = changes.value.stateAfter;
		else given[account.id] = changes.value.stateAfter;
	}
	memory.write(memoryAsText({ began, accounts: kept, given }), rows.length === 0);
	trouble ??= notListed(accounts, job.filters.accountIds, Object.keys({ ...kept, ...given }));
	// What could be read is not held up; what could not is said at the next look that has nothing else.
	if (rows.length === 0 && trouble) valueOf({ kind: 'failed', failure: trouble });
	if (rows.length > 0) handed.remember(batchOf(given));
	const found = rowsFrom(rows);
	return trouble ? { rows: found, failure: trouble } : found;
}

function standing({ accounts, given }: TriggerMemory, isSure: boolean): States {
	return isSure ? { ...accounts, ...given } : accounts;
}

const batchOf = (given: States) => JSON.stringify(given);

const LOST =
	'What this trigger remembered could not be read, so it starts again: what is listed now comes out as added, and what changed before is in no event.';
