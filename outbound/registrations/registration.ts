import type { Registration } from '../model/types';

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
