import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { parseConnection, type Connection } from './connection';
import { labelOf, readEnvelope, type Envelope } from './envelope';
import { deriveKey, keyId, usableKeys, type ConnectionKeys, type KeyUsed } from './keys';
import type { Refusal } from './state';

export type { Connection } from './connection';

export type OpenedConnection =
	| { readonly kind: 'open'; readonly connection: Connection; readonly keyUsed: KeyUsed }
	| ({ readonly kind: 'malformed' | 'unknown-key' | 'tampered' | 'wrong-recipient' } & Refusal);

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts a connection (AES-256-GCM, new random IV) into a text that is safe in a table: useless
 * without the credential's key, and bound to the recipient and provider that it names in the clear.
 */
export function sealConnection(
	connection: Connection,
	keys: ConnectionKeys,
	recipientId: string,
): string {
	const label = labelOf(keyId(keys.current), recipientId, connection.providerId);
	const iv = randomBytes(IV_BYTES);
	const cipher = createCipheriv(CIPHER, deriveKey(keys.current, 'seal'), iv);
	cipher.setAAD(Buffer.from(label));
	const inside = Buffer.concat([cipher.update(JSON.stringify(connection)), cipher.final()]);
	return `${label}.${Buffer.concat([iv, inside, cipher.getAuthTag()]).toString('base64url')}`;
}

/** Opens a sealed connection, or says why not; a `previous` key used means: seal it anew. */
export function openConnection(
	text: unknown,
	keys: ConnectionKeys,
	recipientId: string,
): OpenedConnection {
	const envelope = readEnvelope(text);
	if (!envelope || envelope.sealed.length < IV_BYTES + TAG_BYTES) return REFUSALS.malformed;
	const key = usableKeys(keys).find((one) => keyId(one.text) === envelope.keyId);
	if (!key) return REFUSALS.unknownKey;
	const inside = decrypt(envelope, deriveKey(key.text, 'seal'));
	const connection = inside === undefined ? undefined : parseConnection(inside);
	if (connection?.providerId !== envelope.providerId) return REFUSALS.tampered;
	if (envelope.recipientId !== recipientId)
		return wrongRecipient(envelope.recipientId, recipientId);
	return { kind: 'open', connection, keyUsed: key.keyUsed };
}

function decrypt({ label, sealed }: Envelope, key: Buffer): string | undefined {
	const opener = createDecipheriv(CIPHER, key, sealed.subarray(0, IV_BYTES), {
		authTagLength: TAG_BYTES,
	});
	opener.setAAD(Buffer.from(label));
	opener.setAuthTag(sealed.subarray(-TAG_BYTES));
	const inside = opener.update(sealed.subarray(IV_BYTES, -TAG_BYTES));
	try {
		return Buffer.concat([inside, opener.final()]).toString();
	} catch {
		return undefined;
	}
}

function wrongRecipient(sealedFor: string, recipientId: string): OpenedConnection {
	return {
		kind: 'wrong-recipient',
		title: `This connection belongs to recipient ${sealedFor}, but the credential is of ${recipientId}`,
		remedy: 'Nothing was sent to Flinks. Choose the credential of that recipient.',
	};
}

const REFUSALS = {
	malformed: {
		kind: 'malformed',
		title: 'This is not a sealed connection',
		remedy:
			'Nothing was sent to Flinks. Pass on the whole text that Complete Connection gave out; check that the table column is long enough not to cut it.',
	},
	unknownKey: {
		kind: 'unknown-key',
		title: 'This connection was sealed with another connection key',
		remedy:
			'Nothing was sent to Flinks. Put the key it was sealed with into the credential as the previous key. If that key is lost, the customer must connect again.',
	},
	tampered: {
		kind: 'tampered',
		title: 'This sealed connection was changed after it was sealed',
		remedy:
			'Nothing was sent to Flinks. Restore the stored text from where Complete Connection gave it out, or let the customer connect again.',
	},
} as const;
