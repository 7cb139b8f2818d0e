import { hkdfSync } from 'node:crypto';

import type { AppCredential } from '../auth/appCredential';
import { FlinksFailure } from '../failure';
import { checkKey } from './keyStrength';

export { checkKey } from './keyStrength';

/** The part of an App credential that seals and signs, and what both are bound to. */
export type SealingCredential = Pick<
	AppCredential,
	'clientId' | 'connectionKey' | 'environment' | 'previousConnectionKey' | 'redirectUri'
>;

/** The credential's keys. The previous one still opens what it sealed, while the current seals anew. */
export type ConnectionKeys = Pick<AppCredential, 'connectionKey' | 'previousConnectionKey'>;

export type KeyUsed = 'current' | 'previous';

/** What a key is for; each purpose gets its own bytes, so that one use tells nothing about another. */
export type KeyPurpose = 'pkce' | 'result' | 'seal' | 'state' | 'sync';

/** 32 bytes for one purpose. Blanks around the text, such as a pasted line end, do not count. */
export function deriveKey(text: string, purpose: KeyPurpose): Buffer {
	return derive(text, purpose, 32);
}

/** Eight characters that tell keys apart and give nothing of them away. */
export function keyId(text: string): string {
	return derive(text, 'key id', 6).toString('base64url');
}

/** The keys that may open a seal, in order. A weak one never sealed anything, so it opens nothing. */
export function openingKeys(app: ConnectionKeys): Array<{ text: string; keyUsed: KeyUsed }> {
	const given = [
		{ text: app.connectionKey, keyUsed: 'current' as const },
		{ text: app.previousConnectionKey, keyUsed: 'previous' as const },
	];
	return given.filter(({ text }) => checkKey(text) === undefined);
}

/** The current key for sealing and signing. @throws FlinksFailure where `checkKey` finds it wanting. */
export function sealingKey({ connectionKey }: Pick<ConnectionKeys, 'connectionKey'>): string {
	const problem = checkKey(connectionKey);
	if (problem === undefined) return connectionKey;
	throw new FlinksFailure({
		kind: 'invalid-input',
		title: 'The connection key of the credential cannot be used',
		remedy: problem,
	});
}

export interface DerivedKey {
	readonly id: string;
	readonly bytes: Buffer;
	readonly keyUsed: KeyUsed;
}

type Derived = Partial<Record<KeyPurpose, readonly DerivedKey[]>>;

/** Derived once for all the connections and states of a run: it takes longer than opening one. */
const derived = new WeakMap<ConnectionKeys, Derived>();

/** What opens seals of that purpose: the current key first, then the previous one; no weak one. */
export function derivedKeys(app: ConnectionKeys, purpose: KeyPurpose): readonly DerivedKey[] {
	const known = derived.get(app);
	const earlier = known?.[purpose];
	if (earlier) return earlier;
	const made = openingKeys(app).map(({ text, keyUsed }) => ({
		id: keyId(text),
		bytes: deriveKey(text, purpose),
		keyUsed,
	}));
	derived.set(app, { ...known, [purpose]: made });
	return made;
}

/** What seals for that purpose. @throws FlinksFailure where `checkKey` finds the current key wanting. */
export function derivedSealingKey(app: ConnectionKeys, purpose: KeyPurpose): DerivedKey {
	const current = derivedKeys(app, purpose).find(({ keyUsed }) => keyUsed === 'current');
	if (current) return current;
	const text = sealingKey(app);
	return { id: keyId(text), bytes: deriveKey(text, purpose), keyUsed: 'current' };
}

function derive(text: string, purpose: string, bytes: number): Buffer {
	const label = `flinks-outbound connection v1: ${purpose}`;
	return Buffer.from(hkdfSync('sha256', text.trim(), '', label, bytes));
}
