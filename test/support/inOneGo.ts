import type { ConnectionKeys } from '../../outbound/connections/keys';
import type { Steps } from '../../outbound/http/turns';
import type { Changes, WindowRead } from '../../outbound/transactions/changes/change';
import { packing, unpacking } from '../../outbound/transactions/changes/codec';
import type { SyncScope, SyncState } from '../../outbound/transactions/changes/entry';
import { findingChanges } from '../../outbound/transactions/changes/findingChanges';
import {
	readingState,
	writingState,
	type OpenedState,
} from '../../outbound/transactions/changes/stateText';
import { readingStates, type StoredStates } from '../../outbound/transactions/changes/statesText';

/** Work that yields after each small step, without the turns between them that n8n would get. */
export function inOneGo<R>(steps: Steps<R>): R {
	for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

export const changesSince = (state: SyncState | undefined, window: WindowRead): Changes =>
	inOneGo(findingChanges(state, window));

export const packState = (state: SyncState, scope: SyncScope): Buffer =>
	inOneGo(packing(state, scope));

export const unpackState = (bytes: Buffer, scope: SyncScope): SyncState | undefined =>
	inOneGo(unpacking(bytes, scope));

export const stateText = (state: SyncState, scope: SyncScope, keys?: ConnectionKeys): string =>
	inOneGo(writingState(state, scope, keys));

export const openState = (text: unknown, scope: SyncScope, keys?: ConnectionKeys): OpenedState =>
	inOneGo(readingState(text, scope, keys));

export const openStates = (
	stored: unknown,
	connectionId: string,
	accountIds: readonly string[],
	keys?: ConnectionKeys,
): StoredStates => inOneGo(readingStates(stored, connectionId, accountIds, keys));
