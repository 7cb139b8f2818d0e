import { hkdfSync } from 'node:crypto';
import { FlinksFailure } from '../failure';

/** The credential's key texts. `previous` still opens what it sealed, while `current` seals anew. */
export interface ConnectionKeys {
	readonly current: string;
	readonly previous?: string;
}

export type KeyUsed = 'current' | 'previous';

/** What a key is for; each purpose gets its own bytes, so that one use tells nothing about another. */
export type KeyPurpose = 'seal' | 'state' | 'sync';

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

/** The keys to try, in order. A weak one never sealed anything, so it opens nothing either. */
export function usableKeys(keys: ConnectionKeys): Array<{ text: string; keyUsed: KeyUsed }> {
	const given = [
		{ text: keys.current, keyUsed: 'current' as const },
		{ text: keys.previous ?? '', keyUsed: 'previous' as const },
	];
	return given.filter(({ text }) => checkKey(text) === undefined);
}

/** The current key for sealing and signing. @throws FlinksFailure where `checkKey` finds it wanting. */
export function sealingKey(keys: ConnectionKeys): string {
	const problem = checkKey(keys.current);
	if (problem === undefined) return keys.current;
	throw new FlinksFailure({
		kind: 'invalid-input',
		title: 'The connection key of the credential cannot be used',
		remedy: problem,
	});
}

function derive(text: string, purpose: string, bytes: number): Buffer {
	const label = `flinks-outbound connection v1: ${purpose}`;
	return Buffer.from(hkdfSync('sha256', text.trim(), '', label, bytes));
}

/** A rough upper bound; nothing for a text that repeats itself or mostly runs on like `aaa`, `abc`, `321`. */
function apparentBits(key: string): number {
	const step = (at: number) => key.charCodeAt(at) - key.charCodeAt(at - 1);
	const runsOn = [...key].filter((_, at) => Math.abs(step(at)) <= 1 && step(at) === step(at - 1));
	const repeats = (key + key).indexOf(key, 1) < key.length;
	const plain = repeats || runsOn.length > key.length / 5 || new Set(key).size < 10;
	return plain ? 0 : key.length * Math.log2(alphabetOf(key));
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
