import { UNKNOWN } from '../model/reading';
import { REGISTRATION_STATUSES, type Registration } from '../model/types';
import { dated, toRow, wholeDays, type Dated, type RegistrationRow } from './registrationRow';
import { DAY_MS } from './timestamps';

export { filterRegistrations, type RegistrationFilters } from './filters';
export { registrationRow, type RegistrationRow } from './registrationRow';

/** How many of the longest waiting registrations a summary names. */
const LONGEST = 10;

export interface Summary {
	readonly total: number;
	readonly active: number;
	/** In any status but ACTIVE. With `active` and `unknown` they make up `total`. */
	readonly waiting: number;
	/** Those for which Flinks gives no status, so that nobody can say whether they wait. */
	readonly unknown: number;
	/** The three documented statuses always, then any other that Flinks reports. */
	readonly byStatus: Readonly<Record<string, number>>;
	readonly providers: number;
	readonly oldestWaiting: RegistrationRow | null;
	/** Whole days; `null` where nothing waits, or nothing that waits has a readable date. */
	readonly maxDaysWaiting: number | null;
	/** Days with one decimal. */
	readonly averageDaysWaiting: number | null;
}

export interface RecipientSummary extends Summary {
	readonly recipientId: string;
	readonly recipientName: string;
}

export interface AuditSummary extends Summary {
	readonly recipients: number;
	/** Oldest first, at most ten. */
	readonly longestWaiting: readonly RegistrationRow[];
}

/** One summary of all registrations, their ages counted at `nowMs`. */
export function auditSummary(rows: readonly Registration[], nowMs: number): AuditSummary {
	const all = rows.map((row) => dated(row, nowMs));
	return {
		...summarise(all),
		recipients: new Set(rows.map((row) => row.client_id)).size,
		longestWaiting: oldestFirst(all).slice(0, LONGEST).map(toRow),
	};
}

/** One summary per recipient, in order of first appearance. */
export function recipientSummaries(
	rows: readonly Registration[],
	nowMs: number,
): RecipientSummary[] {
	const byRecipient = new Map<string, Dated[]>();
	for (const row of rows) {
		const entry = dated(row, nowMs);
		const known = byRecipient.get(row.client_id);
		if (known) known.push(entry);
		else byRecipient.set(row.client_id, [entry]);
	}
	return [...byRecipient].map(([recipientId, entries]) => ({
		recipientId,
		recipientName:
			entries.find(({ registration }) => registration.client_name)?.registration.client_name ?? '',
		...summarise(entries),
	}));
}

function summarise(entries: readonly Dated[]): Summary {
	const counts = new Map<string, number>(REGISTRATION_STATUSES.map((status) => [status, 0]));
	for (const { status } of entries) counts.set(status, (counts.get(status) ?? 0) + 1);
	const waiting = oldestFirst(entries);
	const oldest = waiting[0];
	const totalMs = waiting.reduce((sum, { waitingMs = 0 }) => sum + waitingMs, 0);
	const active = counts.get('ACTIVE') ?? 0;
	const unknown = counts.get(UNKNOWN) ?? 0;
	return {
		total: entries.length,
		active,
		waiting: entries.length - active - unknown,
		unknown,
		byStatus: Object.fromEntries(counts),
		providers: new Set(entries.map(({ registration }) => String(registration.provider_id))).size,
		oldestWaiting: oldest ? toRow(oldest) : null,
		maxDaysWaiting: oldest ? wholeDays(oldest.waitingMs ?? 0) : null,
		averageDaysWaiting: oldest ? Math.round((totalMs / waiting.length / DAY_MS) * 10) / 10 : null,
	};
}

/** Only those with a known age; equal ages keep their order. */
function oldestFirst(entries: readonly Dated[]): Dated[] {
	return entries
		.filter(({ waitingMs }) => waitingMs !== undefined)
		.sort((a, b) => (b.waitingMs ?? 0) - (a.waitingMs ?? 0));
}
