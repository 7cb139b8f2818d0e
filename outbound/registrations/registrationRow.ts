import type { Registration } from '../model/types';
import { isActive, isWaiting, statusOf } from './registration';
import { DAY_MS, parseTimestamp } from './timestamps';

/** A registration for people, what they look for first. */
export interface RegistrationRow {
	readonly recipientName: string;
	readonly providerName: string;
	/** Upper case; `UNKNOWN` where Flinks gives none. */
	readonly status: string;
	/** Whole days. Left out where nothing waits; `null` where it is not known how long, or whether. */
	readonly daysWaiting?: number | null;
	readonly requestedOn: string | null;
	readonly country: string;
	readonly recipientId: string;
	/** Text in every row of every node, although Flinks answers with numbers. */
	readonly providerId: string;
}

/** A registration with its date read once, since lists hold up to 100,000. */
export interface Dated {
	readonly registration: Registration;
	readonly status: string;
	/** Milliseconds since 1970. */
	readonly requestedAt: number | undefined;
	/** Milliseconds since the request, never below 0; `undefined` where nothing waits, or no date is known. */
	readonly waitingMs: number | undefined;
}

export function dated(registration: Registration, nowMs: number): Dated {
	const requestedAt = parseTimestamp(registration.requested_on);
	const waits = requestedAt !== undefined && isWaiting(registration);
	return {
		registration,
		status: statusOf(registration),
		requestedAt,
		waitingMs: waits ? Math.max(0, nowMs - requestedAt) : undefined,
	};
}

export function wholeDays(ms: number): number {
	return Math.floor(ms / DAY_MS);
}

export function toRow({ registration, status, requestedAt, waitingMs }: Dated): RegistrationRow {
	return {
		recipientName: registration.client_name ?? '',
		providerName: registration.provider_name ?? '',
		status,
		...(isActive(registration) ? {} : { daysWaiting: daysIn(waitingMs) }),
		requestedOn: requestedAt === undefined ? null : new Date(requestedAt).toISOString(),
		country: registration.country ?? '',
		recipientId: registration.client_id,
		providerId: String(registration.provider_id),
	};
}

function daysIn(waitingMs: number | undefined): number | null {
	return waitingMs === undefined ? null : wholeDays(waitingMs);
}

/** The registration as a row for people, its age counted at `nowMs`. */
export function registrationRow(registration: Registration, nowMs: number): RegistrationRow {
	return toRow(dated(registration, nowMs));
}
