import { createHash } from 'node:crypto';

import {
	deriveKey,
	derivedKeys,
	derivedSealingKey,
	keyId,
	openingKeys,
	sealingKey,
} from '../../../outbound/connections/keys';
import { codeVerifier } from '../../../outbound/connections/pkce';
import { newKey, sealingAt } from '../../support/sealing';

describe('keys', () => {
	const [GOOD, OTHER] = [newKey(), newKey()];

	it('has other bytes for each purpose and key, the same despite blanks around it', () => {
		expect(deriveKey(GOOD, 'seal')).toHaveLength(32);
		expect(deriveKey(GOOD, 'seal')).toEqual(deriveKey(` ${GOOD}\n`, 'seal'));
		const purposes = (['pkce', 'result', 'seal', 'state'] as const).map((purpose) =>
			createHash('sha256').update(deriveKey(GOOD, purpose)).digest('hex'),
		);
		expect(new Set(purposes).size).toBe(4);
		expect(keyId(GOOD)).toMatch(/^[\w-]{8}$/);
		expect(keyId(GOOD)).not.toBe(keyId(OTHER));
		expect(deriveKey(GOOD, 'seal').toString('base64url')).not.toContain(keyId(GOOD));
	});

	it('opens with the current key first, and with no weak one', () => {
		const app = (current: string, previous: string) =>
			sealingAt('https://x.example', current, { previousConnectionKey: previous });
		expect(openingKeys(app(GOOD, OTHER)).map(({ keyUsed }) => keyUsed)).toEqual([
			'current',
			'previous',
		]);
		expect(openingKeys(app(GOOD, ''))).toHaveLength(1);
		expect(openingKeys(app('', OTHER))).toEqual([{ text: OTHER, keyUsed: 'previous' }]);
	});

	it('seals with no weak key', () => {
		const weak = sealingAt('https://x.example', 'weak', { previousConnectionKey: OTHER });
		expect(() => derivedSealingKey(weak, 'seal')).toThrow('connection key');
		expect(() => sealingKey(weak)).toThrow(
			expect.objectContaining({ failure: expect.objectContaining({ kind: 'invalid-input' }) }),
		);
		expect(sealingKey(sealingAt('https://x.example', GOOD))).toBe(GOOD);
	});

	it('derives once for all the connections and states of a credential', () => {
		const app = sealingAt('https://x.example', GOOD, { previousConnectionKey: OTHER });
		const [seals, syncs] = [derivedKeys(app, 'seal'), derivedKeys(app, 'sync')];
		expect(derivedKeys(app, 'seal')).toBe(seals);
		expect(derivedKeys(app, 'sync')).toBe(syncs);
		expect(seals[0]?.bytes).not.toEqual(syncs[0]?.bytes);
		expect(derivedSealingKey(app, 'seal')).toBe(seals[0]);
	});

	it('opens in every release what was sealed, signed and asked for in 0.1.0', () => {
		const text = createHash('sha256').update('0.1.0').digest('base64');
		const start = (bytes: Buffer) => bytes.toString('hex').slice(0, 12);
		const purposes = ['pkce', 'result', 'seal', 'state', 'sync'] as const;
		expect(keyId(text)).toBe('n5NivlDF');
		expect(purposes.map((purpose) => start(deriveKey(text, purpose)))).toEqual([
			'1f2ce935f3a2',
			'5aec714583c1',
			'6d133ab156c4',
			'c55a95e0d38a',
			'2b0fd2feaaee',
		]);
		const verifier = codeVerifier(sealingAt('https://x.example', text), 'a-nonce');
		expect(verifier.slice(0, 12)).toBe('bw3zc949kSwB');
	});
});
