import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * AES-256-GCM with a new random IV: initialisation vector, ciphertext and tag, in this order.
 * `label` stays readable outside, and the tag vouches for it too. `key` has 32 bytes.
 */
export function encrypt(inside: Buffer, label: string, key: Buffer): Buffer {
	const iv = randomBytes(IV_BYTES);
	const cipher = createCipheriv(CIPHER, key, iv);
	cipher.setAAD(Buffer.from(label));
	return Buffer.concat([iv, cipher.update(inside), cipher.final(), cipher.getAuthTag()]);
}

/** What `encrypt` was given; undefined where the text, the label or the key is another. */
export function decrypt(sealed: Buffer, label: string, key: Buffer): Buffer | undefined {
	if (sealed.length < IV_BYTES + TAG_BYTES) return undefined;
	const opener = createDecipheriv(CIPHER, key, sealed.subarray(0, IV_BYTES), {
		authTagLength: TAG_BYTES,
	});
	opener.setAAD(Buffer.from(label));
	opener.setAuthTag(sealed.subarray(-TAG_BYTES));
	const inside = opener.update(sealed.subarray(IV_BYTES, -TAG_BYTES));
	try {
		return Buffer.concat([inside, opener.final()]);
	} catch {
		return undefined;
	}
}

/** True where `sealed` is long enough to hold anything that `encrypt` gave out. */
export const mayBeSealed = (sealed: Buffer): boolean => sealed.length >= IV_BYTES + TAG_BYTES;
