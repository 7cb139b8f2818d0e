import { hkdfSync } from 'node:crypto';

/** The credential's key texts. `previous` still opens what it sealed, while `current` seals anew. */
export interface ConnectionKeys {
	readonly current: string;
	readonly previous?: string;
}

export type KeyUsed = 'current' | 'previous';

/** What a key is for; each purpose gets its own bytes, so that one use tells nothing about another. */
export type KeyPurpose = 'seal' | 'state';

const MIN_LENGTH = 32;
const MIN_BITS = 128;
const HOW_TO =
	'Let a password manager make one of 40 letters and digits, or run "openssl rand -base64 32", and store it in the credential.';

/** What is wrong with a connection key, and how to make a good one; `undefined` if it is fine. */
export function checkKey(text: unknown): string | undefined {
	const key = typeof text === 'string' ? text.trim() : '';
	if (key === '') return `The connection key is empty. ${HOW_TO}`;
	if (key.length < MIN_LENGTH) {
		return `The connection key has ${key.length} characters; it needs at least ${MIN_LENGTH}. ${HOW_TO}`;
	}
	return apparentBits(key) < MIN_BITS
		? `The connection key is too easy to guess: too few different characters, or a pattern. ${HOW_TO}`
		: undefined;
}

/** 32 bytes for one purpose. Blanks around the text, such as a pasted line end, do not count. */
export function deriveKey(text: string, purpose: KeyPurpose): Buffer {
	return derive(text, purpose, 32);
}

/** Eight characters that tell keys apart and give nothing of them away. */
export function keyId(text: string): string {
	return derive(text, 'key id', 6).toString('base64url');
}

/** The keys in the order to try them; an empty previous key is none. */
export function usableKeys(keys: ConnectionKeys): Array<{ text: string; keyUsed: KeyUsed }> {
	const previous = keys.previous?.trim() ?? '';
	return [
		{ text: keys.current, keyUsed: 'current' },
		...(previous === '' ? [] : [{ text: previous, keyUsed: 'previous' as const }]),
	];
}

function derive(text: string, purpose: string, bytes: number): Buffer {
	const label = `flinks-outbound connection v1: ${purpose}`;
	return Buffer.from(hkdfSync('sha256', text.trim(), '', label, bytes));
}

/** A rough upper bound: characters that repeat or continue their neighbour, or the whole, add nothing. */
function apparentBits(key: string): number {
	const fresh = [...key].filter((_, at) => {
		const step = key.charCodeAt(at) - key.charCodeAt(at - 1);
		return !(Math.abs(step) <= 1);
	}).length;
	const period = [...key].findIndex((_, at) => at > 0 && key === key.slice(at) + key.slice(0, at));
	const counted = period === -1 ? fresh : Math.min(fresh, period);
	const different = new Set(key).size;
	return different < 10 ? 0 : counted * Math.log2(alphabetOf(key));
}

function alphabetOf(key: string): number {
	if (/^[0-9a-f]+$/i.test(key)) return /^\d+$/.test(key) ? 10 : 16;
	const classes: Array<[RegExp, number]> = [
		[/[a-z]/, 26],
		[/[A-Z]/, 26],
		[/\d/, 10],
		[/[^a-zA-Z\d]/, 16],
	];
	return classes.reduce((size, [pattern, count]) => size + (pattern.test(key) ? count : 0), 0);
}
