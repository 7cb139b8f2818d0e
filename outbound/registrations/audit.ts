import type { Registration } from '../model/types';
import { dated, type RegistrationRow } from './registrationRow';
import { summing, type Summary, type Summing } from './summing';

export { filterRegistrations, type RegistrationFilters } from './filters';
export { registrationRow, type RegistrationRow } from './registrationRow';

/** How many of the longest waiting registrations a summary names. */
const LONGEST = 10;

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
	const all = summing(LONGEST);
	const recipients = new Set<string>();
	for (const row of rows) {
		all.add(dated(row, nowMs));
		recipients.add(row.client_id);
	}
	return {
		...all.summary(),
		recipients: recipients.size,
		longestWaiting: all.longestWaiting(),
	};
}

/** One summary per recipient, in order of first appearance. */
export function recipientSummaries(
	rows: readonly Registration[],
	nowMs: number,
): RecipientSummary[] {
	const byRecipient = new Map<string, { name: string; readonly own: Summing }>();
	for (const row of rows) {
		let found = byRecipient.get(row.client_id);
		if (!found) byRecipient.set(row.client_id, (found = { name: '', own: summing() }));
		found.own.add(dated(row, nowMs));
		found.name ||= row.client_name ?? '';
	}
	return [...byRecipient].map(([recipientId, { name, own }]) => ({
		recipientId,
		recipientName: name,
		...own.summary(),
	}));
}
