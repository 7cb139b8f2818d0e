import { decrypt, encrypt, mayBeSealed } from './cipher';
import { parseConnection, stringifyConnection, type Connection } from './connection';
import { labelOf, readEnvelope } from './envelope';
import {
	deriveKey,
	keyId,
	openingKeys,
	sealingKey,
	type KeyUsed,
	type SealingCredential,
} from './keys';
import { UNOPENED, wrongEnvironment, wrongRecipient, type Unopened } from './whyNotOpened';

export type { Connection } from './connection';

export type OpenedConnection =
	{ readonly kind: 'open'; readonly connection: Connection; readonly keyUsed: KeyUsed } | Unopened;

/**
 * Encrypts a connection (AES-256-GCM, new random IV) into a text that is safe in a table: useless
 * without the credential's key, and bound to the recipient, provider and authorization address that it
 * names in the clear.
 * @throws FlinksFailure for a weak key.
 */
export function sealConnection(connection: Connection, app: SealingCredential): string {
	const key = sealingKey(app);
	const label = labelOf({
		keyId: keyId(key),
		recipientId: app.clientId,
		requestedProviderId: connection.requestedProviderId,
		authorization: app.environment.authorization,
	});
	const inside = Buffer.from(stringifyConnection(connection));
	return `${label}.${encrypt(inside, label, deriveKey(key, 'seal')).toString('base64url')}`;
}

/** Opens a sealed connection, or says why not; a `previous` key used means: seal it anew. */
export function openConnection(text: unknown, app: SealingCredential): OpenedConnection {
	const envelope = readEnvelope(text);
	if (!envelope || !mayBeSealed(envelope.sealed)) return UNOPENED.malformed;
	const key = derivedKeys(app).find(({ id }) => id === envelope.keyId);
	if (!key) return UNOPENED.unknownKey;
	const inside = decrypt(envelope.sealed, envelope.label, key.bytes);
	const connection = inside === undefined ? undefined : parseConnection(inside.toString());
	if (connection?.requestedProviderId !== envelope.requestedProviderId) return UNOPENED.tampered;
	if (envelope.recipientId !== app.clientId) {
		return wrongRecipient(envelope.recipientId, app.clientId);
	}
	if (envelope.authorization !== app.environment.authorization) {
		return wrongEnvironment(envelope.authorization, app.environment.authorization);
	}
	return { kind: 'open', connection, keyUsed: key.keyUsed };
}

interface OpeningKey {
	readonly id: string;
	readonly bytes: Buffer;
	readonly keyUsed: KeyUsed;
}

/** Derived once for all the connections of a run: it takes longer than opening one. */
const derived = new WeakMap<SealingCredential, readonly OpeningKey[]>();

function derivedKeys(app: SealingCredential): readonly OpeningKey[] {
	const known = derived.get(app);
	if (known) return known;
	const made = openingKeys(app).map(({ text, keyUsed }) => ({
		id: keyId(text),
		bytes: deriveKey(text, 'seal'),
		keyUsed,
	}));
	derived.set(app, made);
	return made;
}
