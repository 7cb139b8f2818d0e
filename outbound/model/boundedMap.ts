/** A map with room for so many; what was set longest ago makes room. */
export interface BoundedMap<V> {
	get(key: string): V | undefined;
	set(key: string, value: V): void;
	delete(key: string): void;
}

export function createBoundedMap<V>(most: number): BoundedMap<V> {
	const kept = new Map<string, V>();
	return {
		get: (key) => kept.get(key),
		set(key, value) {
			kept.delete(key);
			kept.set(key, value);
			const [oldest] = kept.keys();
			if (kept.size > most && oldest !== undefined) kept.delete(oldest);
		},
		delete: (key) => void kept.delete(key),
	};
}
