import type { Registration } from '../model/types';
import { isActive, statusOf } from './registration';
import { DAY_MS, parseTimestamp } from './timestamps';

/** A registration for people. `daysWaiting` is whole days, `null` once active or without a readable date. */
export interface RegistrationRow {
	readonly recipientName: string;
	readonly providerName: string;
	readonly status: string;
	readonly daysWaiting: number | null;
	readonly requestedOn: string | null;
	readonly country: string;
	readonly recipientId: string;
	readonly providerId: number | string;
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
		recipientName: registration.client_name ?? '',
		providerName: registration.provider_name ?? '',
		status,
		daysWaiting: waitingMs === undefined ? null : wholeDays(waitingMs),
		requestedOn: requestedAt === undefined ? null : new Date(requestedAt).toISOString(),
		country: registration.country ?? '',
		recipientId: registration.client_id,
		providerId: registration.provider_id,
	};
}

/** The registration as a row for people, its age counted at `nowMs`. */
export function registrationRow(registration: Registration, nowMs: number): RegistrationRow {
	return toRow(dated(registration, nowMs));
}
