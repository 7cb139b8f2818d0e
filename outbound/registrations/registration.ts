import { UNKNOWN } from '../model/reading';
import type { Registration } from '../model/types';

/** Upper case, so that a differently written status counts as the same one; `UNKNOWN` where none came. */
export function statusOf(row: Registration): string {
	const status = row.registration_status;
	return typeof status === 'string' && status.trim() !== '' ? status.trim().toUpperCase() : UNKNOWN;
}

/** Only an active registration lets customers connect. */
export function isActive(row: Registration): boolean {
	return statusOf(row) === 'ACTIVE';
}

/** Every status but ACTIVE waits, also one that Flinks may add later; of no status it is not known. */
export function isWaiting(row: Registration): boolean {
	const status = statusOf(row);
	return status !== 'ACTIVE' && status !== UNKNOWN;
}
