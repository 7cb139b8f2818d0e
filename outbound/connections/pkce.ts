import { createHash, hkdfSync } from 'node:crypto';

import { deriveKey, sealingKey, type SealingCredential } from './keys';

/**
 * RFC 7636: the code of a link is worth nothing without the verifier, which never leaves n8n before the
 * exchange. Made anew from key and nonce, so nothing has to be kept between link and callback.
 * @throws FlinksFailure for a weak key.
 */
export function codeVerifier(app: SealingCredential, nonce: string): string {
	const key = deriveKey(sealingKey(app), 'pkce');
	return Buffer.from(hkdfSync('sha256', key, '', `code verifier of ${nonce}`, 32)).toString(
		'base64url',
	);
}

/** The `code_challenge` of method S256. */
export function codeChallenge(verifier: string): string {
	return createHash('sha256').update(verifier).digest('base64url');
}
