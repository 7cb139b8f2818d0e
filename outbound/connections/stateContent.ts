import type { Language, Scope } from '../model/types';
import { SCOPES } from '../model/types';
import { parseJson } from './json';

export type { Language } from '../model/types';

/** What travels with the customer to the bank and back. Not secret. */
export interface StateContent {
	/** The operator's own name for the customer. */
	readonly reference: string;
	/** The bank the link asks for; the customer can change it in the address. */
	readonly requestedProviderId: string;
	/** Space separated, as the link asks for it. */
	readonly requestedScope: string;
	/** Different in every link, so that a second use of one callback can be noticed. */
	readonly nonce: string;
	/** Milliseconds since 1970, as is the expiry. */
	readonly issuedAtMs: number;
	readonly expiresAtMs: number;
	readonly language?: Language;
	/** The bank as customers know it, for the page they see. */
	readonly bankName?: string;
	/** Whether the code can be exchanged only with the verifier that belongs to this link (RFC 7636). */
	readonly pkce?: boolean;
}

const MAX_REFERENCE = 256;
const MAX_REFERENCE_BYTES = 400;

/** One letter for each scope, so that the address of a link stays short. */
const LETTERS: Readonly<Record<Scope, string>> = {
	ACCOUNT_BASIC: 'b',
	ACCOUNT_DETAILED: 'd',
	ACCOUNT_PAYMENTS: 'p',
	INVESTMENTS: 'i',
	TRANSACTIONS: 't',
	STATEMENTS: 's',
	CUSTOMER_CONTACT: 'c',
	CUSTOMER_PERSONAL: 'o',
};

/** What is wrong with a customer reference; `undefined` if it is fine. It may be empty. */
export function checkReference(reference: string): string | undefined {
	const tooLong =
		reference.length > MAX_REFERENCE ||
		Buffer.byteLength(JSON.stringify(reference)) > MAX_REFERENCE_BYTES;
	return tooLong
		? `The customer reference is longer than ${MAX_REFERENCE} characters (fewer with accents or symbols). Use a shorter one, such as a customer number.`
		: undefined;
}

const MAX_BANK_NAME_BYTES = 90;

/** What is wrong with the name of a bank; `undefined` if it is fine. It may be empty. */
export function checkBankName(name: string): string | undefined {
	return Buffer.byteLength(JSON.stringify(name)) > MAX_BANK_NAME_BYTES
		? 'The name of the bank is longer than 80 characters (fewer with accents). Use a shorter one.'
		: undefined;
}

export function packState(content: StateContent): string {
	const { reference, requestedProviderId, nonce, issuedAtMs, expiresAtMs, language } = content;
	const asked = content.requestedScope.split(' ');
	const scopes = SCOPES.filter((scope) => asked.includes(scope)).map((scope) => LETTERS[scope]);
	const list = [
		reference,
		requestedProviderId,
		nonce,
		issuedAtMs,
		expiresAtMs,
		language ?? null,
		scopes.join(''),
		content.pkce === true ? 1 : 0,
		...(content.bankName === undefined ? [] : [content.bankName]),
	];
	return Buffer.from(JSON.stringify(list)).toString('base64url');
}

/** The content of a text whose signature was checked; `undefined` where another release wrote it differently. */
export function unpackState(text: string): StateContent | undefined {
	const list: unknown = parseJson(Buffer.from(text, 'base64url').toString());
	if (!Array.isArray(list) || list.length < 8) return undefined;
	const fields: readonly unknown[] = list;
	const [reference, requestedProviderId, nonce, issuedAtMs, expiresAtMs, language, ...more] =
		fields;
	const [scopes, pkce, bankName] = more;
	if (
		typeof reference !== 'string' ||
		typeof requestedProviderId !== 'string' ||
		typeof nonce !== 'string' ||
		typeof issuedAtMs !== 'number' ||
		typeof expiresAtMs !== 'number' ||
		typeof scopes !== 'string'
	) {
		return undefined;
	}
	return {
		reference,
		requestedProviderId,
		requestedScope: SCOPES.filter((scope) => scopes.includes(LETTERS[scope])).join(' '),
		nonce,
		issuedAtMs,
		expiresAtMs,
		...(language === 'en' || language === 'fr' ? { language } : {}),
		...(typeof bankName === 'string' ? { bankName } : {}),
		...(pkce === 1 ? { pkce: true } : {}),
	};
}
