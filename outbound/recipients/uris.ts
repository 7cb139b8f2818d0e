import { checkRedirectUri } from '../connections/redirectUri';

/** Ours: Flinks publishes no limit. */
const URI_MAX = 2000;
const URIS_MAX = 100;

/**
 * What is wrong with a list of redirect URIs; undefined if it is fine. No URI may hold a blank, comma or
 * semicolon: Flinks documents the list as one text and does not say what stands between two of them.
 */
export function checkUris(uris: readonly string[]): string | undefined {
	if (uris.length === 0) return 'Enter one at least: customers come back to it.';
	if (uris.length > URIS_MAX) return `There are ${uris.length}. Enter ${URIS_MAX} at most.`;
	for (const [nth, uri] of uris.entries()) {
		const problem = checkUri(uri);
		if (problem !== undefined) return `Number ${nth + 1}: ${problem}`;
	}
	return undefined;
}

/** What is wrong with one redirect URI, as the end of a sentence; undefined if it is fine. */
function checkUri(uri: string): string | undefined {
	if (uri.length > URI_MAX) return `it has ${uri.length} characters. Shorten it to ${URI_MAX}.`;
	if (/[\s,;]/.test(uri)) {
		return 'it holds a blank, comma or semicolon. Enter one address, with those characters percent-encoded.';
	}
	return checkRedirectUri(uri);
}

export interface UriChange {
	readonly add: readonly string[];
	readonly remove: readonly string[];
}

/** The list after the change, in its order with what is new at the end; compared exactly, as Flinks does at consent. */
export function changedUris(before: readonly string[], { add, remove }: UriChange): string[] {
	const kept = before.filter((uri) => !remove.includes(uri));
	return [...new Set([...kept, ...add])];
}

export function isSameList(a: readonly string[], b: readonly string[]): boolean {
	const [one, other] = [new Set(a), new Set(b)];
	return one.size === other.size && [...one].every((uri) => other.has(uri));
}

export const isDone = (now: readonly string[], { add, remove }: UriChange): boolean =>
	add.every((uri) => now.includes(uri)) && !remove.some((uri) => now.includes(uri));
