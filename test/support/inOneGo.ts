import type { ConnectionKeys } from '../../outbound/connections/keys';
import type { Batch } from '../../outbound/endpoints/batch';
import type { Steps } from '../../outbound/http/turns';
import type { Registration } from '../../outbound/model/types';
import { comparing, type Compared } from '../../outbound/registrations/changes/compare';
import type { Seen } from '../../outbound/registrations/changes/seen';
import { findingUnique, type Pair } from '../../outbound/registrations/pairs';
import { planning, type PlanOptions } from '../../outbound/registrations/plan';
import { indexing, type RegistrationIndex } from '../../outbound/registrations/reconcile';
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
import { counted } from './counted';

/** Work that yields after each small step, without the turns between them that n8n would get. */
export const inOneGo = <R>(steps: Steps<R>): R => counted(steps).result;

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

export const uniquePairs = (pairs: Iterable<Pair>): Pair[] => inOneGo(findingUnique(pairs));

export const planRequests = (pairs: Iterable<Pair>, options?: PlanOptions): Batch[] =>
	inOneGo(planning(pairs, options));

export const rowsByPair = (rows: Iterable<Registration>): RegistrationIndex =>
	inOneGo(indexing(rows));

export const firstLook = (rows: readonly Registration[]): Compared =>
	inOneGo(comparing(undefined, rows));

export const compareWith = (before: Seen, rows: readonly Registration[]): Compared =>
	inOneGo(comparing(before, rows));
