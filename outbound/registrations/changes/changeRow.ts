import { waitingDays } from '../timestamps';
import { registrationRow } from '../registrationRow';
import type { ChangeKind } from './compare';
import type { ReportedChange } from './look';

/** A change for people. */
export interface RegistrationChangeRow {
	readonly change: ChangeKind;
	readonly recipientName: string;
	readonly providerName: string;
	readonly previousStatus: string | null;
	readonly status: string | null;
	/** Whole days from the request to the look that saw the change; null where the request has no date. */
	readonly daysTaken: number | null;
	readonly requestedOn: string | null;
	readonly country: string;
	readonly recipientId: string;
	readonly providerId: string;
	readonly changeId: string;
}

/** Of what vanished Flinks tells nothing any more, so names, country and date are empty. */
export function changeRow(change: ReportedChange, nowMs: number): RegistrationChangeRow {
	const { kind, registration, previousStatus, status, recipientId, providerId, changeId } = change;
	const row = registration && registrationRow(registration, nowMs);
	return {
		change: kind,
		recipientName: row?.recipientName ?? '',
		providerName: row?.providerName ?? '',
		previousStatus,
		status,
		daysTaken: waitingDays(registration?.requested_on, nowMs) ?? null,
		requestedOn: row?.requestedOn ?? null,
		country: row?.country ?? '',
		recipientId,
		providerId,
		changeId,
	};
}
