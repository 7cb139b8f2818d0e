import { randomBytes } from 'node:crypto';

import { checkKey, type SealingCredential } from '../../outbound/connections/keys';
import { DEMO } from '../../sandbox/seed/demo';

/** A connection key as a generator makes it: none stands in this repository, where all can read it. */
export function newKey(): string {
	for (;;) {
		const key = randomBytes(32).toString('base64');
		if (checkKey(key) === undefined) return key;
	}
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
