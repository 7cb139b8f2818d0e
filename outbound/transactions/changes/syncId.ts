import type { Day } from '../day';
import { digest, SYNC_ID_BYTES } from './digest';
import type { SyncScope } from './entry';

/**
 * The ID under which a transaction is reported for as long as it is known: 12 characters, the same whoever
 * reads it. The IDs of pending transactions take `pendingDay` in, since some banks use those again later.
 */
export function syncIdOf(scope: SyncScope, key: string, pendingDay?: Day, attempt = 0): string {
	const { connectionId, accountId } = scope;
	const more = pendingDay === undefined && attempt === 0 ? [] : [pendingDay ?? null, attempt];
	return digest(SYNC_ID_BYTES, connectionId, accountId, key, ...more);
}
