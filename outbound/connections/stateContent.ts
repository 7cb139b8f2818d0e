import type { Language } from '../model/types';
import { parseJson } from './json';

/** What travels with the customer to the bank and back. Not secret. */
export interface StateContent {
	/** The operator's own name for the customer. */
	readonly reference: string;
	readonly providerId: string;
	/** Different in every link, so that a second use of one callback can be noticed. */
	readonly nonce: string;
	/** Milliseconds since 1970, as is the expiry. */
	readonly issuedAtMs: number;
	readonly expiresAtMs: number;
	readonly language?: Language;
}

const MAX_REFERENCE = 256;
const MAX_REFERENCE_BYTES = 400;

/** What is wrong with a customer reference; `undefined` if it is fine. It may be empty. */
export function checkReference(reference: string): string | undefined {
	const tooLong =
		reference.length > MAX_REFERENCE ||
		Buffer.byteLength(JSON.stringify(reference)) > MAX_REFERENCE_BYTES;
	return tooLong
		? `The customer reference is longer than ${MAX_REFERENCE} characters (fewer with accents or symbols). Use a shorter one, such as a customer number.`
		: undefined;
}

export function packState(content: StateContent): string {
	const { reference, providerId, nonce, issuedAtMs, expiresAtMs, language } = content;
	const list = [reference, providerId, nonce, issuedAtMs, expiresAtMs, language ?? null];
	return Buffer.from(JSON.stringify(list)).toString('base64url');
}

/** The content of a text whose signature was checked; `undefined` where another release wrote it differently. */
export function unpackState(text: string): StateContent | undefined {
	const list: unknown = parseJson(Buffer.from(text, 'base64url').toString());
	if (!Array.isArray(list) || list.length !== 6) return undefined;
	const fields: readonly unknown[] = list;
	const [reference, providerId, nonce, issuedAtMs, expiresAtMs, language] = fields;
	if (
		typeof reference !== 'string' ||
		typeof providerId !== 'string' ||
		typeof nonce !== 'string' ||
		typeof issuedAtMs !== 'number' ||
		typeof expiresAtMs !== 'number'
	) {
		return undefined;
	}
	const content = { reference, providerId, nonce, issuedAtMs, expiresAtMs };
	return language === 'en' || language === 'fr' ? { ...content, language } : content;
}
