import { execFileSync } from 'node:child_process';
import { createHash, randomBytes, randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import {
	checkKey,
	deriveKey,
	keyId,
	openingKeys,
	sealingKey,
} from '../../../outbound/connections/keys';
import { newKey, sealingAt } from '../../support/sealing';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const chosen = (length: number) =>
	Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join('');

describe('checkKey', () => {
	it.each<[string, () => string]>([
		['openssl rand -base64 32', () => randomBytes(32).toString('base64')],
		['openssl rand -base64 48', () => randomBytes(48).toString('base64')],
		['openssl rand -hex 32', () => randomBytes(32).toString('hex')],
		['openssl rand -hex 64', () => randomBytes(64).toString('hex').toUpperCase()],
		['base64url', () => randomBytes(32).toString('base64url')],
		['40 letters and digits', () => chosen(40)],
		['64 letters and digits', () => chosen(64)],
	])('accepts what a generator makes: %s', (_, make) => {
		const refused = Array.from({ length: 2_000 }, make).filter((key) => checkKey(key));
		// One in several hundred looks like a pattern by chance; the message says to make another.
		expect(refused.length).toBeLessThan(40);
	});

	it.each([
		['', 'is empty'],
		[undefined, 'is empty'],
		[` ${' '.repeat(40)} `, 'is empty'],
		['Password123!Password456?Password789', 'not one that a generator makes'],
		['Password123Password456Password789Abcdefg', 'easy to guess'],
		['https://n8n.example.com/webhook/258d8b60-adb9-45de', 'not one that a generator makes'],
		['258d8b60-adb9-45de-8e79-dec2a4f9fe10', 'not one that a generator makes'],
		['q7Zr2LmX9vKd4TnB8wYc5HgJ3sPf6RtE1uAo', 'not one that a generator makes'],
		['q7Zr2LmX9vKd4TnB8wYc5HgJ3sPf6RtE1uAoX9v2Bn', 'easy to guess'],
		['correct horse battery staple 42 maples', 'not one that a generator makes'],
		['CorrectHorseBatteryStaple42MapleSyrupCanada2026', 'easy to guess'],
		['MyS3cr3tK3yF0rFl1nks2024N8nW3bh00kK3yXy9', 'easy to guess'],
		['1qazXSW23edcVFR45tgbNHY67ujmKI89olP0aaZZ', 'easy to guess'],
		['aB3'.repeat(15), 'easy to guess'],
		['a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8s9T0', 'easy to guess'],
		['abcdefghijklmnopqrstuvwxyzABCDEFG0123456789', 'easy to guess'],
		['a'.repeat(64), 'easy to guess'],
		['deadbeef'.repeat(8), 'easy to guess'],
		['0123456789abcdef'.repeat(4), 'easy to guess'],
		['1234567890'.repeat(7), 'easy to guess'],
	])('refuses %p', (key, words) => {
		expect(checkKey(key)).toContain(words);
		expect(checkKey(key)).toContain('openssl rand -base64 32');
	});

	it('refuses one kind of character only, whatever its length', () => {
		const small = randomBytes(40).toString('hex').replace(/\d/g, 'k');
		expect(checkKey(small)).toContain('not one that a generator makes');
	});

	it('never shows the key it refuses', () => {
		expect(checkKey('hunter2hunter2hunter2hunter2hunter2')).not.toContain('hunter2');
	});

	it('accepts no text that stands in this repository', () => {
		const root = path.join(__dirname, '../../..');
		const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
			.split('\0')
			.filter((file) => /\.(ts|mjs|js|json|md|ya?ml)$/.test(file) && !file.endsWith('lock.json'));
		const accepted = files.flatMap((file) => {
			let text: string;
			try {
				text = readFileSync(path.join(root, file), 'utf8');
			} catch {
				return [];
			}
			return (text.match(/[\w+/=-]{40,200}/g) ?? []).filter((part) => checkKey(part) === undefined);
		});
		expect(accepted).toEqual([]);
	});
});

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
		expect(() => sealingKey(sealingAt('https://x.example', 'weak'))).toThrow('connection key');
		expect(sealingKey(sealingAt('https://x.example', GOOD))).toBe(GOOD);
	});
});
