import type { Steps } from '../../http/turns';
import { FIELD_BYTES, KEY_BYTES, SYNC_ID_BYTES } from './digest';
import type { Entry, Hint, SyncScope, SyncState } from './entry';
import { bytesReader, type BytesReader } from './bytesReader';
import { syncIdOf } from './syncId';

const VERSION = 1;

const FLAG = { ownSyncId: 1, anonymous: 2, pending: 4, noId: 8, noAmount: 16 } as const;

/**
 * The state in as few bytes as it takes: 23 for a posted transaction, 9 more where its ID changed or it was
 * pending before, and the words, amount and ID of one that is pending. Each step is as short as a transaction.
 */
export function* packing(state: SyncState, scope: SyncScope): Steps<Buffer> {
	const head = Buffer.alloc(18);
	head.writeUInt8(VERSION, 0);
	head.writeUInt8(state.wasEmpty ? 1 : 0, 1);
	head.writeUInt32BE(state.run % 2 ** 32, 2);
	head.writeUInt16BE(state.since, 6);
	head.writeUInt16BE(state.from, 8);
	head.writeUInt16BE(state.to, 10);
	head.writeUInt16BE(state.wholeTo, 12);
	head.writeUInt32BE(state.entries.length, 14);
	const parts: Buffer[] = [head];
	for (const entry of state.entries) {
		yield;
		parts.push(packEntry(entry, scope));
	}
	return Buffer.concat(parts);
}

/** What `packing` was given; undefined for anything else, also for another version. */
export function* unpacking(bytes: Buffer, scope: SyncScope): Steps<SyncState | undefined> {
	const reader = bytesReader(bytes);
	if (reader.number(1) !== VERSION) return undefined;
	const wasEmpty = reader.number(1) === 1;
	const run = reader.number(4);
	const since = reader.number(2);
	const from = reader.number(2);
	const to = reader.number(2);
	const wholeTo = reader.number(2);
	const count = reader.number(4);
	const entries: Entry[] = [];
	while (entries.length < count && !reader.isOverrun()) {
		yield;
		entries.push(unpackEntry(reader, scope));
	}
	return reader.isAtEnd() ? { wasEmpty, run, since, from, to, wholeTo, entries } : undefined;
}

function packEntry(entry: Entry, scope: SyncScope): Buffer {
	const { anonymous, syncId } = entry;
	const hint = entry.hint && short(entry.hint);
	const ownSyncId = syncId !== syncIdOf(scope, entry.key);
	const flags =
		(ownSyncId ? FLAG.ownSyncId : 0) |
		(anonymous ? FLAG.anonymous : 0) |
		(hint ? FLAG.pending : 0) |
		(hint?.transactionId === null ? FLAG.noId : 0) |
		(hint?.amount === null ? FLAG.noAmount : 0);
	const fixed = [entry.key, entry.amount, entry.description, entry.details];
	const day = Buffer.from([entry.day >> 8, entry.day & 255]);
	return Buffer.concat([
		Buffer.from([flags]),
		...fixed.map((text) => Buffer.from(text, 'base64url')),
		day,
		...(ownSyncId ? [Buffer.from(syncId, 'base64url')] : []),
		...(hint ? [hint.transactionId, hint.amount, hint.words].flatMap(packText) : []),
	]);
}

const MOST_BYTES = 255;

/** An ID or amount that is too long is not remembered: a part of it would be told as the whole. */
function short({ transactionId, amount, words }: Hint): Hint {
	const orNull = (text: string | null) =>
		text !== null && Buffer.byteLength(text) > MOST_BYTES ? null : text;
	return { transactionId: orNull(transactionId), amount: orNull(amount), words };
}

/** A text that `short` let through; words are 40 letters at most. */
function packText(text: string | null): Buffer[] {
	const bytes = Buffer.from(text ?? '').subarray(0, MOST_BYTES);
	return [Buffer.from([bytes.length]), bytes];
}

function unpackEntry(reader: BytesReader, scope: SyncScope): Entry {
	const flags = reader.number(1);
	const has = (flag: number) => (flags & flag) !== 0;
	const key = reader.base64url(KEY_BYTES);
	const [amount, description, details] = [
		reader.base64url(FIELD_BYTES),
		reader.base64url(FIELD_BYTES),
		reader.base64url(FIELD_BYTES),
	];
	const day = reader.number(2);
	const syncId = has(FLAG.ownSyncId) ? reader.base64url(SYNC_ID_BYTES) : syncIdOf(scope, key);
	const hint = has(FLAG.pending)
		? unpackHint(reader, has(FLAG.noId), has(FLAG.noAmount))
		: undefined;
	return { key, syncId, amount, description, details, day, anonymous: has(FLAG.anonymous), hint };
}

function unpackHint(reader: BytesReader, noId: boolean, noAmount: boolean): Hint {
	const [transactionId, amount, words] = [reader.text(), reader.text(), reader.text()];
	return { transactionId: noId ? null : transactionId, amount: noAmount ? null : amount, words };
}
