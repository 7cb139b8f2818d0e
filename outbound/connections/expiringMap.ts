/** A map whose entries end by themselves; where it is full, those that end first make room. */
export interface ExpiringMap<V extends { readonly expiresAtMs: number }> {
	get(key: string, nowMs: number): V | undefined;
	set(key: string, value: V, nowMs: number): void;
	delete(key: string): void;
	/** Those that have not ended. */
	entries(nowMs: number): Array<readonly [key: string, value: V]>;
}

export function createExpiringMap<V extends { readonly expiresAtMs: number }>(
	most: number,
): ExpiringMap<V> {
	const kept = new Map<string, V>();

	/** A tenth at once, so that a full map is not sorted for every entry. */
	function makeRoom(nowMs: number): void {
		for (const [key, { expiresAtMs }] of kept) if (expiresAtMs <= nowMs) kept.delete(key);
		if (kept.size < most) return;
		const byEnd = [...kept].sort(([, a], [, b]) => a.expiresAtMs - b.expiresAtMs);
		for (const [key] of byEnd.slice(0, Math.ceil(most / 10))) kept.delete(key);
	}

	return {
		get(key, nowMs) {
			const value = kept.get(key);
			return value !== undefined && value.expiresAtMs > nowMs ? value : undefined;
		},
		set(key, value, nowMs) {
			if (!kept.has(key) && kept.size >= most) makeRoom(nowMs);
			kept.set(key, value);
		},
		delete: (key) => void kept.delete(key),
		entries: (nowMs) => [...kept].filter(([, { expiresAtMs }]) => expiresAtMs > nowMs),
	};
}
