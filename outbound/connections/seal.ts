import { decrypt, encrypt, mayBeSealed } from './cipher';
import { parseConnection, stringifyConnection, type Connection } from './connection';
import { labelOf, readEnvelope } from './envelope';
import { derivedKeys, derivedSealingKey, type KeyUsed, type SealingCredential } from './keys';
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
	const key = derivedSealingKey(app, 'seal');
	const label = labelOf({
		keyId: key.id,
		recipientId: app.clientId,
		requestedProviderId: connection.requestedProviderId,
		authorization: app.environment.authorization,
	});
	const inside = Buffer.from(stringifyConnection(connection));
	return `${label}.${encrypt(inside, label, key.bytes).toString('base64url')}`;
}

/** Opens a sealed connection, or says why not; a `previous` key used means: seal it anew. */
export function openConnection(text: unknown, app: SealingCredential): OpenedConnection {
	const envelope = readEnvelope(text);
	if (!envelope || !mayBeSealed(envelope.sealed)) return UNOPENED.malformed;
	const key = derivedKeys(app, 'seal').find(({ id }) => id === envelope.keyId);
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
