import { createHash } from 'node:crypto';

/** Bytes of a digest that tells transactions of one account apart: 64 bits. */
export const KEY_BYTES = 8;
/** Bytes of a digest that tells whether one field changed: a change goes unseen once in 4 billion. */
export const FIELD_BYTES = 4;
/** Bytes of an ID that must be different in all accounts together: 72 bits. */
export const SYNC_ID_BYTES = 9;

/** The head of a SHA-256 over the parts, as base64url. */
export function digest(bytes: number, ...parts: ReadonlyArray<string | number | null>): string {
	const whole = createHash('sha256').update(JSON.stringify(parts)).digest();
	return whole.subarray(0, bytes).toString('base64url');
}
