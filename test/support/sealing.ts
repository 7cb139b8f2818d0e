import { randomBytes } from 'node:crypto';

import { checkKey, type SealingCredential } from '../../outbound/connections/keys';
import { DEMO } from '../../sandbox/seed/demo';

/** A connection key as a generator makes it: none stands in this repository, where all can read it. */
export function newKey(): string {
	const keys = Array.from({ length: 20 }, () => randomBytes(32).toString('base64'));
	const key = keys.find((one) => checkKey(one) === undefined);
	if (key === undefined) throw new Error('Of 20 generated keys none was accepted');
	return key;
}

/** The part of a recipient's App credential that seals and signs, at a sandbox or anywhere. */
export function sealingAt(
	url: string,
	connectionKey: string,
	changes: Partial<SealingCredential> = {},
): SealingCredential {
	return {
		clientId: DEMO.recipientId,
		connectionKey,
		previousConnectionKey: '',
		redirectUri: 'https://n8n.example/webhook/return',
		environment: { api: url, authorization: url },
		...changes,
	};
}
