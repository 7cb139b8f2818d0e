import type { Steps } from '../http/turns';

/** One registration asked for: this recipient with this provider. Ids as they go into a request. */
export interface Pair {
	readonly recipientId: string;
	readonly providerId: string;
}

/** One string per pair, equal only for equal pairs; the length in front keeps `a`+`bc` and `ab`+`c` apart. */
export function pairKey(recipientId: string, providerId: string | number): string {
	return `${recipientId.length}:${recipientId}${providerId}`;
}

/** Each pair once, in order of first appearance; in steps of one pair. */
export function* findingUnique(pairs: Iterable<Pair>): Steps<Pair[]> {
	const byKey = new Map<string, Pair>();
	for (const pair of pairs) {
		yield;
		const key = pairKey(pair.recipientId, pair.providerId);
		if (!byKey.has(key)) byKey.set(key, pair);
	}
	return [...byKey.values()];
}

/** Every recipient with every provider. */
export function pairsOf(recipientIds: readonly string[], providerIds: readonly string[]): Pair[] {
	return recipientIds.flatMap((recipientId) =>
		providerIds.map((providerId) => ({ recipientId, providerId })),
	);
}
