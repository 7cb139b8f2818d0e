import { decrypt, encrypt, mayBeSealed } from './cipher';
import { parseConnection, stringifyConnection, type Connection } from './connection';
import { labelOf, readEnvelope } from './envelope';
import {
	deriveKey,
	keyId,
	sealingKey,
	usableKeys,
	type ConnectionKeys,
	type KeyUsed,
} from './keys';
import { UNOPENED, wrongRecipient, type Unopened } from './whyNotOpened';

export type { Connection } from './connection';

export type OpenedConnection =
	{ readonly kind: 'open'; readonly connection: Connection; readonly keyUsed: KeyUsed } | Unopened;

/**
 * Encrypts a connection (AES-256-GCM, new random IV) into a text that is safe in a table: useless
 * without the credential's key, and bound to the recipient and provider that it names in the clear.
 * @throws FlinksFailure for a weak key.
 */
export function sealConnection(
	connection: Connection,
	keys: ConnectionKeys,
	recipientId: string,
): string {
	const key = sealingKey(keys);
	const label = labelOf(keyId(key), recipientId, connection.providerId);
	const inside = Buffer.from(stringifyConnection(connection));
	return `${label}.${encrypt(inside, label, deriveKey(key, 'seal')).toString('base64url')}`;
}

/** Opens a sealed connection, or says why not; a `previous` key used means: seal it anew. */
export function openConnection(
	text: unknown,
	keys: ConnectionKeys,
	recipientId: string,
): OpenedConnection {
	const envelope = readEnvelope(text);
	if (!envelope || !mayBeSealed(envelope.sealed)) return UNOPENED.malformed;
	const key = openingKeys(keys).find(({ id }) => id === envelope.keyId);
	if (!key) return UNOPENED.unknownKey;
	const inside = decrypt(envelope.sealed, envelope.label, key.bytes);
	const connection = inside === undefined ? undefined : parseConnection(inside.toString());
	if (connection?.providerId !== envelope.providerId) return UNOPENED.tampered;
	if (envelope.recipientId !== recipientId) {
		return wrongRecipient(envelope.recipientId, recipientId);
	}
	return { kind: 'open', connection, keyUsed: key.keyUsed };
}

interface OpeningKey {
	readonly id: string;
	readonly bytes: Buffer;
	readonly keyUsed: KeyUsed;
}

/** Derived once for all the connections of a run: it takes longer than opening one. */
const derived = new WeakMap<ConnectionKeys, readonly OpeningKey[]>();

function openingKeys(keys: ConnectionKeys): readonly OpeningKey[] {
	const known = derived.get(keys);
	if (known) return known;
	const made = usableKeys(keys).map(({ text, keyUsed }) => ({
		id: keyId(text),
		bytes: deriveKey(text, 'seal'),
		keyUsed,
	}));
	derived.set(keys, made);
	return made;
}
