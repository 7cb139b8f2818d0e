import { isActive, statusOf, type Registration } from './registration';
import { DAY_MS, parseTimestamp } from './timestamps';

/** A registration for people. `daysWaiting` is whole days, `null` once active or without a readable date. */
export interface RegistrationRow {
	readonly recipientId: string;
	readonly recipientName: string;
	readonly providerId: number | string;
	readonly providerName: string;
	readonly country: string;
	readonly status: string;
	readonly requestedOn: string | null;
	readonly daysWaiting: number | null;
}

/** A registration with its date read once, since lists hold up to 100,000. */
export interface Dated {
	readonly registration: Registration;
	readonly status: string;
	/** Milliseconds since 1970. */
	readonly requestedAt: number | undefined;
	/** Milliseconds since the request, never below 0; `undefined` once active or without a date. */
	readonly waitingMs: number | undefined;
}

export function dated(registration: Registration, nowMs: number): Dated {
	const requestedAt = parseTimestamp(registration.requested_on);
	const waits = requestedAt !== undefined && !isActive(registration);
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
		recipientId: registration.client_id,
		recipientName: registration.client_name ?? '',
		providerId: registration.provider_id,
		providerName: registration.provider_name ?? '',
		country: registration.country ?? '',
		status,
		requestedOn: requestedAt === undefined ? null : new Date(requestedAt).toISOString(),
		daysWaiting: waitingMs === undefined ? null : wholeDays(waitingMs),
	};
}

/** The registration as a row for people, its age counted at `nowMs`. */
export function registrationRow(registration: Registration, nowMs: number): RegistrationRow {
	return toRow(dated(registration, nowMs));
}
