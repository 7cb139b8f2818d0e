/** Work that reads, changes and writes the same thing must not run side by side in this process. */
export type OneAtATime = <T>(key: string, work: () => Promise<T>) => Promise<T>;

/** Each key has a queue of its own, which is forgotten when it is empty. */
export function oneAtATime(): OneAtATime {
	const last = new Map<string, Promise<unknown>>();
	return async (key, work) => {
		const before = last.get(key) ?? Promise.resolve();
		const own = before.then(work, work);
		last.set(key, own);
		try {
			return await own;
		} finally {
			if (last.get(key) === own) last.delete(key);
		}
	};
}
