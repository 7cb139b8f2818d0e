import { redact } from './redact';

const MAX_READ = 50_000;
const MAX_REDACTED = 4_000;
const MAX_TEXT = 500;

/** Cuts before the last word, so that no half of a secret (too short to be recognised) is left over. */
function cutAtWord(text: string): string {
	return text.length <= MAX_REDACTED ? text : text.slice(0, MAX_REDACTED).replace(/\S*$/, '');
}

/** Plain words on one line: no control or invisible characters, whitespace folded. */
export function fold(text: string): string {
	return text
		.slice(0, MAX_READ)
		.replace(/\s+/g, ' ')
		.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
		.trim();
}

/** Takes known secrets out of a text. */
export type Hide = (text: string) => string;

/**
 * At most 500 characters that an operator may see, or undefined where nothing readable is there.
 * `hide` names secrets known beforehand; what merely looks like one is always hidden.
 */
export function cleanText(value: unknown, hide: Hide = (text) => text): string | undefined {
	if (typeof value !== 'string' && typeof value !== 'number') return undefined;
	const text = redact(cutAtWord(hide(fold(String(value))))).trim();
	if (text === '') return undefined;
	const shown = text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT - 1)}…`;
	return shown.replace(/\p{Cs}/gu, '');
}
