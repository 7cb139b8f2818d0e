import { createHmac, timingSafeEqual } from 'node:crypto';

import type { Language } from '../model/types';
import { parseJson } from './json';
import { deriveKey, type SealingCredential } from './keys';

/** What the page at the clean address shows; nothing in it is secret. */
export interface Result {
	readonly kind: 'connected' | 'declined' | 'failed' | 'not-valid';
	readonly language?: Language | undefined;
	/** The bank, as the operator named it in the link. */
	readonly bankName?: string | undefined;
}

const SHAPE = /^[\w-]{1,400}\.[\w-]{43}$/;
/** A page that is reloaded later says that the link was used. */
const LIFE_MS = 60 * 60_000;
const KINDS: readonly Result['kind'][] = ['connected', 'declined', 'failed', 'not-valid'];

/**
 * A short text for the address bar in place of code and state. Signed, so that nobody can make this
 * address tell a customer what did not happen.
 */
export function signResult(result: Result, app: SealingCredential, nowMs: number): string {
	const { kind, language, bankName } = result;
	const list = [kind, language ?? null, bankName ?? null, nowMs + LIFE_MS];
	const content = Buffer.from(JSON.stringify(list)).toString('base64url');
	return `${content}.${signature(content, app)}`;
}

/** `undefined` for a text that this credential did not sign, or that is too old. */
export function readResult(
	text: unknown,
	app: SealingCredential,
	nowMs: number,
): Result | undefined {
	if (typeof text !== 'string' || !SHAPE.test(text)) return undefined;
	const [content = '', given = ''] = text.split('.');
	if (!timingSafeEqual(Buffer.from(signature(content, app)), Buffer.from(given))) return undefined;
	const list: unknown = parseJson(Buffer.from(content, 'base64url').toString());
	if (!Array.isArray(list)) return undefined;
	const fields: readonly unknown[] = list;
	const [name, language, bankName, untilMs] = fields;
	const kind = KINDS.find((one) => one === name);
	if (kind === undefined || typeof untilMs !== 'number' || untilMs <= nowMs) return undefined;
	return {
		kind,
		...(language === 'en' || language === 'fr' ? { language } : {}),
		...(typeof bankName === 'string' ? { bankName } : {}),
	};
}

function signature(content: string, { connectionKey, clientId }: SealingCredential): string {
	return createHmac('sha256', deriveKey(connectionKey, 'result'))
		.update(`${content}\n${clientId}`)
		.digest('base64url');
}
