import { createHash } from 'node:crypto';
import { decrypt, encrypt } from '../../connections/cipher';
import { derivedKeys, derivedSealingKey, type ConnectionKeys } from '../../connections/keys';
import type { Steps } from '../../http/turns';
import { packing, unpacking } from './codec';
import { digest } from './digest';
import type { SyncScope, SyncState } from './entry';
import type { StartReason } from './start';

const SHAPE = /^(flinks-sync\.v1\.([\w-]+)\.([\w-]{11})\.([\w-]{11}))\.([\w-]+)$/;
/** Where a credential has no connection key: bound and checked against damage, but not sealed. */
const NO_KEY = 'open';
const CHECK_BYTES = 16;

export type OpenedState =
	| { readonly kind: 'state'; readonly state: SyncState }
	| { readonly kind: 'none'; readonly reason: StartReason };

/**
 * The state as one text to store beside the connection: `flinks-sync.v1.<key ID>.<connection>.<account>.<sealed>`,
 * both names as digests. With keys nobody can read or change it; without, it holds a checksum instead.
 * Each step is as short as a transaction.
 * @throws FlinksFailure for a weak key.
 */
export function* writingState(
	state: SyncState,
	scope: SyncScope,
	keys?: ConnectionKeys,
): Steps<string> {
	const key = keys && derivedSealingKey(keys, 'sync');
	const label = labelOf(key?.id ?? NO_KEY, scope);
	const inside = yield* packing(state, scope);
	const body =
		key === undefined
			? Buffer.concat([checksum(label, inside), inside])
			: encrypt(inside, label, key.bytes);
	return `${label}.${body.toString('base64url')}`;
}

/** Opens what `writingState` gave out for this account, or says why not. Blank means the first time. */
export function* readingState(
	text: unknown,
	scope: SyncScope,
	keys?: ConnectionKeys,
): Steps<OpenedState> {
	if (text === undefined || text === null || text === '') return none('first-time');
	const found = typeof text === 'string' ? SHAPE.exec(text.trim()) : null;
	if (!found) return none('malformed');
	const [, label = '', id = '', connection = '', account = '', body = ''] = found;
	if (connection !== nameOf(scope.connectionId)) return none('other-connection');
	if (account !== nameOf(scope.accountId)) return none('other-account');
	const bytes = Buffer.from(body, 'base64url');
	if (keys && id === NO_KEY) return none('not-sealed');
	const inside = keys ? unseal(bytes, label, id, keys) : unchecked(bytes, label, id);
	if (typeof inside === 'string') return none(inside);
	const state = yield* unpacking(inside, scope);
	return state ? { kind: 'state', state } : none('malformed');
}

function unseal(
	bytes: Buffer,
	label: string,
	id: string,
	keys: ConnectionKeys,
): Buffer | StartReason {
	const key = derivedKeys(keys, 'sync').find((one) => one.id === id);
	if (!key) return 'unknown-key';
	return decrypt(bytes, label, key.bytes) ?? 'tampered';
}

function unchecked(bytes: Buffer, label: string, id: string): Buffer | StartReason {
	if (id !== NO_KEY) return 'unknown-key';
	const inside = bytes.subarray(CHECK_BYTES);
	return checksum(label, inside).equals(bytes.subarray(0, CHECK_BYTES)) ? inside : 'tampered';
}

function checksum(label: string, inside: Buffer): Buffer {
	return createHash('sha256').update(label).update(inside).digest().subarray(0, CHECK_BYTES);
}

function labelOf(id: string, { connectionId, accountId }: SyncScope): string {
	return ['flinks-sync', 'v1', id, nameOf(connectionId), nameOf(accountId)].join('.');
}

const nameOf = (id: string) => digest(8, 'sync scope', id);

const none = (reason: StartReason) => ({ kind: 'none', reason }) as const;
