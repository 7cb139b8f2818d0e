import { execFileSync } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { checkKey } from '../../../outbound/connections/keyStrength';
import { newKey } from '../../support/sealing';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const chosen = (length: number) =>
	Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join('');

describe('a key of a generator into which somebody put', () => {
	/** Twenty keys without their "=", with the parts in place of what stood there. */
	const holding = (make: () => string, ...parts: string[]) =>
		Array.from({ length: 20 }, () => {
			const key = make().replace(/=+$/, '');
			return parts.reduce((held, part, at) => {
				const place = 8 + at * 20;
				return held.slice(0, place) + part + held.slice(place + part.length);
			}, key);
		});
	const newHex = () => randomBytes(32).toString('hex');
	const accepted = (keys: readonly string[]) => keys.filter((key) => checkKey(key) === undefined);

	it.each(['abcdef', '654321', 'aaaaaa', 'ZYXWVU', '111111'])('%s: is refused', (run) => {
		for (const key of holding(newKey, run)) expect(checkKey(key)).toBeDefined();
		for (const key of holding(newHex, 'aaaaaa')) expect(checkKey(key)).toBeDefined();
	});

	it.each(['abcde', '54321', 'ZZZZZ', 'acegik'])('%s: may pass', (run) => {
		expect(accepted(holding(newKey, run))).not.toEqual([]);
	});

	it('five characters twice: is refused; four may pass', () => {
		for (const key of holding(newKey, 'xK4/w', 'xK4/w')) expect(checkKey(key)).toBeDefined();
		for (const key of holding(newKey, 'xK4/w')) {
			expect(checkKey(`${key.slice(0, 38)}xK4/w`)).toBeDefined();
		}
		expect(accepted(holding(newKey, 'xK4/', 'xK4/'))).not.toEqual([]);
		for (const key of holding(newHex, '07f3a91c', '07f3a91c')) expect(checkKey(key)).toBeDefined();
		expect(accepted(holding(newHex, '07f3a91', '07f3a91'))).not.toEqual([]);
	});

	it.each([
		'Bank',
		'b4nk',
		'8ank',
		'cu5tomer',
		'0utB0und',
		'f1nance',
		's3Cre7',
		'Defaul7',
		'2wSx',
		'1qAz',
		'3eDc',
	])('%s: is refused', (word) => {
		for (const key of holding(newKey, word)) expect(checkKey(key)).toBeDefined();
	});
});

describe('a text that no generator makes', () => {
	const of = (characters: string, length: number) =>
		Array.from({ length }, () => characters[randomInt(characters.length)]).join('');

	it.each<[string, () => string]>([
		['few characters', () => `aB3${of('aB3dE6gH9jK2', 40)}`],
		['few hexadecimal digits', () => of('0a3c5e79', 64)],
		[
			'one kind after the other',
			() => of('bdfhjkmpqtvwxz', 14) + of('BDFHJKMPQTVWXZ', 14) + of('0123456789', 14),
		],
		['digits after letters', () => of('abcdef', 32) + of('0123456789', 32)],
		[
			'words of four letters',
			() =>
				Array.from(
					{ length: 7 },
					() => of('bdfhjkmpqtvwxz', 4) + of('BDFHJKMPQTVWXZ', 1) + of('2468', 1),
				).join(''),
		],
	])('of %s is refused', (_, make) => {
		for (const key of Array.from({ length: 20 }, make)) expect(checkKey(key)).toBeDefined();
	});
});

describe('checkKey', () => {
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

	it('refuses what lacks a kind of character, or has a sign that no generator writes', () => {
		const long = () => chosen(60);
		const made = Array.from({ length: 20 }, () => [
			long().toUpperCase(),
			long().toLowerCase(),
			long().replace(/\d/g, 'x'),
			`${newKey()}!`,
			`!${newKey()}`,
			`${newKey()}===`,
			`${randomBytes(32).toString('hex')}-`,
			`-${randomBytes(32).toString('hex')}`,
		]).flat();
		const words = 'is not one that a generator makes';
		for (const key of made) expect(checkKey(key)?.includes(words) ?? key).toBe(true);
	});

	it('refuses one kind of character only, whatever its length', () => {
		const small = randomBytes(40).toString('hex').replace(/\d/g, 'k');
		expect(checkKey(small)).toContain('not one that a generator makes');
	});

	it('never shows the key it refuses', () => {
		expect(checkKey('hunter2hunter2hunter2hunter2hunter2')).not.toContain('hunter2');
	});

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
