/** When each spent link expires (epoch ms), by the nonce of its state. */
export type SpentLinks = Readonly<Record<string, number>>;

/** Where spent links outlive n8n; n8n keeps it for active workflows only. */
export interface SpentLinkStore {
	read(): SpentLinks;
	write(spent: SpentLinks): void;
}

/** More links than one workflow has open at once; the ones that expire first make room. */
const MOST = 5000;

/** Shared by all runs in this process: n8n saves its store only after a run. */
const inMemory = new Map<string, number>();

/** One link makes one connection: the codes of a spent one are refused before Flinks is asked. */
export interface LinkGuard {
	/** Takes the link; false where somebody took it before. */
	take(nonce: string, expiresAtMs: number): boolean;
	/** Whether somebody took it before. */
	isTaken(nonce: string): boolean;
	/** Gives it back, where its code provably was not used. */
	release(nonce: string): void;
	/** Writes what was taken into the store. */
	save(): void;
}

export function createLinkGuard(store: SpentLinkStore, nowMs: number): LinkGuard {
	const taken = new Map<string, number>();
	for (const [nonce, expiresAtMs] of inMemory) if (expiresAtMs <= nowMs) inMemory.delete(nonce);
	const isTaken = (nonce: string): boolean =>
		inMemory.has(nonce) || Object.hasOwn(store.read(), nonce);
	return {
		isTaken,
		take(nonce, expiresAtMs) {
			if (isTaken(nonce)) return false;
			inMemory.set(nonce, expiresAtMs);
			const [oldest] = inMemory.keys();
			if (inMemory.size > MOST && oldest !== undefined) inMemory.delete(oldest);
			taken.set(nonce, expiresAtMs);
			return true;
		},
		release(nonce) {
			inMemory.delete(nonce);
			taken.delete(nonce);
		},
		save() {
			if (taken.size === 0) return;
			// Read anew: another run may have written while this one waited for Flinks.
			const alive = [...Object.entries(store.read()), ...taken].filter(
				([, until]) => until > nowMs,
			);
			alive.sort(([, a], [, b]) => b - a);
			store.write(Object.fromEntries(alive.slice(0, MOST)));
		},
	};
}
