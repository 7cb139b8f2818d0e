import fc from 'fast-check';
import {
	checkKey,
	deriveKey,
	keyId,
	sealingKey,
	usableKeys,
} from '../../../outbound/connections/keys';

const GOOD = 'q7Xw2mZ9rT4vB8nK1cY6pL3sD5gH0jFa';
const OTHER = 'U2Vjb25kIGtleSBvZiB0aGUgdGVzdHMsIGxvbmc=';

describe('checkKey', () => {
	it.each([
		GOOD,
		OTHER,
		'9f86d081884c7d659a2feaa0c55ad015',
		'correct horse battery staple 42 maples',
	])('accepts %p', (key) => {
		expect(checkKey(key)).toBeUndefined();
	});

	it.each([
		['', 'is empty'],
		[undefined, 'is empty'],
		[` ${' '.repeat(40)} `, 'is empty'],
		[GOOD.slice(1), 'has 31 characters'],
		['a'.repeat(64), 'easy to guess'],
		['abcdefghijklmnopqrstuvwxyz0123456789', 'easy to guess'],
		['password1password1password1password1', 'easy to guess'],
		['31415926535897932384626433832795', 'easy to guess'],
		['abababcbcbcbdbdbdcacacadadabababab', 'easy to guess'],
	])('refuses %p', (key, words) => {
		expect(checkKey(key)).toContain(words);
		expect(checkKey(key)).toContain('openssl rand -base64 32');
	});

	it('never shows the key it refuses', () => {
		expect(checkKey('hunter2hunter2hunter2hunter2hunter2')).not.toContain('hunter2');
	});

	it('accepts any 32 random bytes as base64 or hex', () => {
		fc.assert(
			fc.property(
				fc.uint8Array({ minLength: 32, maxLength: 32 }).filter((bytes) => new Set(bytes).size > 24),
				(bytes) => {
					expect(checkKey(Buffer.from(bytes).toString('base64'))).toBeUndefined();
					expect(checkKey(Buffer.from(bytes).toString('hex'))).toBeUndefined();
				},
			),
		);
	});
});

describe('keys', () => {
	it('has other bytes for each purpose and key, the same despite blanks around it', () => {
		expect(deriveKey(GOOD, 'seal')).toHaveLength(32);
		expect(deriveKey(GOOD, 'seal')).toEqual(deriveKey(` ${GOOD}\n`, 'seal'));
		expect(deriveKey(GOOD, 'seal')).not.toEqual(deriveKey(GOOD, 'state'));
		expect(keyId(GOOD)).toMatch(/^[\w-]{8}$/);
		expect(keyId(GOOD)).not.toBe(keyId(OTHER));
		expect(deriveKey(GOOD, 'seal').toString('base64url')).not.toContain(keyId(GOOD));
	});

	it('tries the current key first, and no weak one', () => {
		expect(usableKeys({ current: GOOD, previous: OTHER }).map(({ keyUsed }) => keyUsed)).toEqual([
			'current',
			'previous',
		]);
		expect(usableKeys({ current: GOOD, previous: '' })).toHaveLength(1);
		expect(usableKeys({ current: '', previous: OTHER })).toEqual([
			{ text: OTHER, keyUsed: 'previous' },
		]);
	});

	it('seals with no weak key', () => {
		expect(() => sealingKey({ current: 'weak' })).toThrow('connection key');
	});
});
