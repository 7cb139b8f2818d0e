import { createHash } from 'node:crypto';

import { createExpiringMap } from './expiringMap';
import { keyId, type SealingCredential } from './keys';
import type { StateContent } from './stateContent';

/** When each spent link expires (epoch ms), by a digest of its key and nonce. */
export type SpentLinks = Readonly<Record<string, number>>;

/** Where spent links outlive n8n; n8n keeps it for active workflows only. */
export interface SpentLinkStore {
	read(): SpentLinks;
	write(spent: SpentLinks): void;
}

/** A record that other processes see as well, where the host has one. Each call takes effect at once. */
export interface SharedRecord {
	/** False where the digest was recorded before. */
	record(digest: string): Promise<boolean>;
	forget(digest: string): Promise<void>;
}

/** One link makes one connection: the codes of a spent one are refused before Flinks is asked. */
export interface LinkGuard {
	/** Takes the link for one try; false where it made a connection, or was tried too often. */
	take(link: LinkName): Promise<boolean>;
	/** Gives it back, where its code provably was not used. */
	release(link: LinkName): Promise<void>;
	/** Takes what may happen once for a link besides, or for something that is no link. */
	takeOnce(what: string, expiresAtMs: number): boolean;
	isTaken(link: LinkName): boolean;
	/** Writes what this process knows to be spent into the store. */
	save(): void;
}

export type LinkName = Pick<StateContent, 'expiresAtMs' | 'nonce'>;

/** How often codes of one link are sent to Flinks: enough for a customer, too few for a guesser. */
const MOST_TRIES = 3;
/** The most links that are remembered in memory, and that the store holds. */
const MOST_IN_MEMORY = 50_000;
const MOST_IN_STORE = 5_000;

interface Known {
	readonly expiresAtMs: number;
	readonly tries: number;
	readonly taken: boolean;
	readonly keyId: string;
}

/** Shared by all runs in this process: n8n gives each webhook request a copy of its store. */
const memory = createExpiringMap<Known>(MOST_IN_MEMORY);

export function createLinkGuard(
	store: SpentLinkStore,
	app: Pick<SealingCredential, 'connectionKey'>,
	nowMs: number,
	shared?: SharedRecord,
): LinkGuard {
	const id = keyId(app.connectionKey);
	const released = new Set<string>();
	let changed = false;

	const digestOf = (name: string): string =>
		createHash('sha256').update(`${id}\n${name}`).digest('base64url').slice(0, 22);
	const isSpent = (digest: string): boolean =>
		memory.get(digest, nowMs)?.taken === true ||
		((store.read()[digest] ?? 0) > nowMs && !released.has(digest));

	function mark(digest: string, taken: boolean, expiresAtMs: number): void {
		const tries = (memory.get(digest, nowMs)?.tries ?? 0) + (taken ? 1 : 0);
		memory.set(digest, { expiresAtMs, tries, taken, keyId: id }, nowMs);
		if (taken) released.delete(digest);
		else released.add(digest);
		changed = true;
	}

	function takeOnce(what: string, expiresAtMs: number): boolean {
		const digest = digestOf(what);
		if (isSpent(digest)) return false;
		mark(digest, true, expiresAtMs);
		return true;
	}

	return {
		isTaken: ({ nonce }) => isSpent(digestOf(nonce)),
		takeOnce,
		async take({ nonce, expiresAtMs }) {
			const digest = digestOf(nonce);
			if ((memory.get(digest, nowMs)?.tries ?? 0) >= MOST_TRIES) return false;
			// In memory first: while the record is asked, the same callback may come again.
			if (!takeOnce(nonce, expiresAtMs)) return false;
			return (await shared?.record(digest)) ?? true;
		},
		async release({ nonce, expiresAtMs }) {
			const digest = digestOf(nonce);
			mark(digest, false, expiresAtMs);
			await shared?.forget(digest);
		},
		save() {
			if (!changed) return;
			const spent = new Map(Object.entries(store.read()));
			for (const [digest, known] of memory.entries(nowMs)) {
				if (known.taken && known.keyId === id) spent.set(digest, known.expiresAtMs);
			}
			for (const digest of released) spent.delete(digest);
			const alive = [...spent].filter(([, until]) => until > nowMs);
			alive.sort(([, a], [, b]) => b - a);
			store.write(Object.fromEntries(alive.slice(0, MOST_IN_STORE)));
		},
	};
}
