export type IdKind = 'recipient' | 'provider' | 'account' | 'statement';

export type ReadIds = { readonly ids: string[] } | { readonly problem: string };

/** Flinks gives out recipient and provider ids; the others are the bank's own, opaque by the FDX standard. */
const OPAQUE: ReadonlySet<IdKind> = new Set(['account', 'statement']);

const MAX_LENGTH = 200;
/** Percent-encoded up to three times as long, still within the address that common servers accept. */
const MAX_OPAQUE_LENGTH = 2000;
const SEPARATORS = /[/?#,\\\s\p{Cc}\p{Cf}\p{Surrogate}]/u;
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Surrogate}]/u;

/**
 * Reads ids as operators write them: a list, a number, or text separated by commas, spaces or lines.
 * Trims, keeps the order, drops repeats and empty entries; nothing given is an empty list.
 */
export function readIds(value: unknown): ReadIds {
	const ids = new Set<string>();
	const problem = collect(value, ids, 0);
	return problem === undefined ? { ids: [...ids] } : { problem };
}

/**
 * What is wrong with the id, in an operator's words and with what to do; `undefined` if it is fine.
 * An account or statement id may hold any visible character, since it goes percent-encoded.
 */
export function checkId(id: unknown, kind: IdKind): string | undefined {
	const name = `${kind} ID`;
	if (typeof id === 'number' && !Number.isSafeInteger(id)) return impreciseNumber(id);
	const text = typeof id === 'number' ? String(id) : id;
	if (typeof text !== 'string' || text.trim() === '') {
		return `The ${name} is empty. Pick one from the list or enter it.`;
	}
	const longest = OPAQUE.has(kind) ? MAX_OPAQUE_LENGTH : MAX_LENGTH;
	if (text.length > longest) {
		return `The ${name} is ${text.length} characters long, more than ${longest}. Check that only the ID itself was entered.`;
	}
	if (text === '.' || text === '..') {
		return `"${text}" is not a valid ${name}. Enter the ID as Flinks shows it.`;
	}
	const wrong = (OPAQUE.has(kind) ? INVISIBLE : SEPARATORS).exec(text)?.[0];
	if (wrong === undefined) return undefined;
	return `The ${name} "${readable(text)}" contains ${nameOf(wrong)}, which no ${name} can hold. Enter the ID alone, as Flinks shows it.`;
}

function collect(value: unknown, ids: Set<string>, depth: number): string | undefined {
	if (value === undefined || value === null) return undefined;
	if (typeof value === 'string') {
		for (const id of value.split(/[\s,]+/)) if (id !== '') ids.add(id);
		return undefined;
	}
	if (typeof value === 'bigint') value = value.toString();
	if (typeof value === 'number' && !Number.isSafeInteger(value)) return impreciseNumber(value);
	if (typeof value === 'number' || typeof value === 'string') {
		ids.add(String(value));
		return undefined;
	}
	if (!Array.isArray(value) || depth > 5) {
		return `IDs were expected as a list or as text separated by commas, but ${typeOf(value)} came. Use an expression that gives the IDs alone.`;
	}
	for (const entry of value) {
		const problem = collect(entry, ids, depth + 1);
		if (problem !== undefined) return problem;
	}
	return undefined;
}

function impreciseNumber(value: number): string {
	return `The number ${value} cannot be used as an ID, because its digits are not exact. Give the ID as text, in quotes.`;
}

function typeOf(value: unknown): string {
	if (Array.isArray(value)) return 'a list inside several other lists';
	return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function nameOf(character: string): string {
	if (character === ',') return 'a comma';
	if (/\s/.test(character)) return 'a space or line break';
	return /[/?#\\]/.test(character) ? `"${character}"` : 'an invisible character';
}

function readable(text: string): string {
	return text.replace(/[\p{Cc}\p{Cf}\p{Surrogate}]/gu, '\uFFFD').slice(0, 60);
}
