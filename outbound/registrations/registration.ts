/** A registration as Flinks lists it; anything beyond the ids may be missing or of a kind not known yet. */
export interface Registration {
	readonly client_id: string;
	readonly client_name?: string | null | undefined;
	readonly provider_id: number | string;
	readonly provider_name?: string | null | undefined;
	readonly country?: string | null | undefined;
	readonly registration_status?: string | null | undefined;
	readonly requested_on?: string | null | undefined;
}

export const STATUSES = ['PENDING_APPROVAL', 'PENDING_ACTIVATION', 'ACTIVE'] as const;

/** Upper case, so that a differently written status counts as the same one; `UNKNOWN` where none came. */
export function statusOf(row: Registration): string {
	const status = row.registration_status;
	return typeof status === 'string' && status.trim() !== ''
		? status.trim().toUpperCase()
		: 'UNKNOWN';
}

/** Only an active registration lets customers connect; every other status, also a new one, waits. */
export function isActive(row: Registration): boolean {
	return statusOf(row) === 'ACTIVE';
}
