import { createHmac } from 'node:crypto';

import fc from 'fast-check';
import { deriveKey } from '../../../outbound/connections/keys';
import {
	checkBankName,
	checkReference,
	createState,
	looksLikeState,
	readState,
} from '../../../outbound/connections/state';
import { SCOPES } from '../../../outbound/model/types';
import { newKey, sealingAt } from '../../support/sealing';
import { runs } from '../../support/runs';

const PLACE = 'https://api.flinks.example';
const KEY = newKey();
const OLD = newKey();
const app = sealingAt(PLACE, KEY);
const MONTH_MS = 30 * 24 * 60 * 60_000;
const content = {
	reference: 'customer 42',
	requestedProviderId: '1000',
	requestedScope: 'ACCOUNT_BASIC',
	nonce: 'n0nce',
	issuedAtMs: 1000,
	expiresAtMs: 2000,
};
const anyContent = fc
	.record(
		{
			reference: fc
				.string({ unit: 'binary', maxLength: 256 })
				.filter((text) => checkReference(text) === undefined),
			requestedProviderId: fc.string({ maxLength: 60 }),
			requestedScope: fc.subarray([...SCOPES]).map((scopes) => scopes.join(' ')),
			bankName: fc.string({ maxLength: 40 }).filter((name) => checkBankName(name) === undefined),
			pkce: fc.constant(true),
			nonce: fc.stringMatching(/^[\w-]{22}$/),
			issuedAtMs: fc.integer({ min: 0, max: 2 ** 45 }),
			expiresAtMs: fc.constant(0),
			language: fc.constantFrom('en' as const, 'fr' as const),
		},
		{
			requiredKeys: [
				'reference',
				'requestedProviderId',
				'requestedScope',
				'nonce',
				'issuedAtMs',
				'expiresAtMs',
			],
		},
	)
	.chain((one) =>
		fc
			.integer({ min: 1, max: MONTH_MS })
			.map((life) => ({ ...one, expiresAtMs: one.issuedAtMs + life })),
	);

describe('state', () => {
	it('comes back as it was, safe in an address and short', () => {
		fc.assert(
			fc.property(anyContent, (one) => {
				const text = createState(one, app);
				expect(text).toMatch(/^v1\.[\w-]+\.[\w-]{43}$/);
				expect(text.length).toBeLessThan(1000);
				expect(readState(text, app, one.expiresAtMs - 1)).toEqual({ kind: 'valid', content: one });
			}),
		);
	});

	it('is valid up to its expiry, not at it', () => {
		const text = createState(content, app);
		expect(readState(text, app, 1999).kind).toBe('valid');
		expect(readState(text, app, 2000)).toMatchObject({
			kind: 'expired',
			content: { reference: 'customer 42' },
			title: expect.stringContaining('expired'),
		});
		expect(readState(text, app, Infinity).kind).toBe('expired');
		expect(readState(text, app, NaN).kind).toBe('expired');
	});

	it('is never valid once any character is changed, added or left out', () => {
		fc.assert(
			fc.property(
				anyContent,
				fc.nat(),
				fc.string({ maxLength: 1, unit: 'binary-ascii' }),
				fc.boolean(),
				(one, at, put, drop) => {
					const text = createState(one, app);
					const place = at % (text.length + 1);
					const changed = text.slice(0, place) + put + text.slice(place + (drop ? 1 : 0));
					fc.pre(changed !== text);
					expect(['forged', 'malformed']).toContain(readState(changed, app, one.issuedAtMs).kind);
				},
			),
			runs(2000),
		);
	});

	it('is refused in every other spelling of its last character', () => {
		const text = createState(content, app);
		const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
		const valid = [...alphabet].filter(
			(last) => readState(text.slice(0, -1) + last, app, 1000).kind === 'valid',
		);
		expect(valid).toEqual([text.slice(-1)]);
	});

	it('is signed by the current key only: the previous one may be in other hands', () => {
		const text = createState(content, sealingAt(PLACE, OLD));
		const changed = sealingAt(PLACE, KEY, { previousConnectionKey: OLD });
		expect(readState(text, changed, 1000).kind).toBe('forged');
		expect(readState(text, sealingAt(PLACE, ''), 1000).kind).toBe('forged');
	});

	it.each([
		['client', { clientId: 'dc-other' }],
		['redirect URI', { redirectUri: 'https://n8n.example/webhook/other' }],
		['authorization address', { environment: { api: PLACE, authorization: 'https://x.example' } }],
	])('is bound to what it was made for: its %s', (_, changes) => {
		const text = createState(content, app);
		expect(readState(text, app, 1000).kind).toBe('valid');
		expect(readState(text, sealingAt(PLACE, KEY, changes), 1000).kind).toBe('forged');
	});

	it('lives for 30 days at most, whatever it says, and is not from the future', () => {
		const text = createState({ ...content, expiresAtMs: 1e15 }, app);
		expect(readState(text, app, 1000 + MONTH_MS - 1).kind).toBe('valid');
		expect(readState(text, app, 1000 + MONTH_MS).kind).toBe('expired');
		const later = createState({ ...content, issuedAtMs: 600_001, expiresAtMs: 700_000 }, app);
		expect(readState(later, app, 300_001).kind).toBe('valid');
		expect(readState(later, app, 300_000).kind).toBe('malformed');
	});

	it('can be told from other text without a key', () => {
		expect(looksLikeState(createState(content, app))).toBe(true);
		for (const other of ['', 'v1.x.y', undefined, `v1.${'a'.repeat(3000)}.${'b'.repeat(43)}`]) {
			expect(looksLikeState(other)).toBe(false);
		}
		const state = createState(content, app);
		for (const more of [`x${state}`, `${state}A`, `${state}\n`]) {
			expect(looksLikeState(more)).toBe(false);
		}
		const long = (length: number) => `v1.${'a'.repeat(length - 47)}.${'b'.repeat(43)}`;
		expect([2000, 2001].map((length) => looksLikeState(long(length)))).toEqual([true, false]);
	});

	it('is not made with a weak key, and refused where somebody else made it with one', () => {
		const weak = sealingAt(PLACE, 'short');
		expect(() => createState(content, weak)).toThrow('connection key');
		const signed = createState(content, app).split('.').slice(0, 2).join('.');
		const owner = JSON.stringify([PLACE, weak.clientId, weak.redirectUri]);
		const signedWith = (key: string) =>
			createHmac('sha256', deriveKey(key, 'state'))
				.update(`${signed}\n${owner}`)
				.digest('base64url');
		expect(readState(`${signed}.${signedWith(KEY)}`, app, 1000).kind).toBe('valid');
		expect(readState(`${signed}.${signedWith('short')}`, weak, 1000).kind).toBe('forged');
	});

	it('never fails, whatever comes in', () => {
		fc.assert(
			fc.property(fc.oneof(fc.anything(), fc.string({ unit: 'binary' })), (value) => {
				expect(readState(value, app, 0).kind).toBe('malformed');
			}),
		);
		expect(readState(`v1.${'a'.repeat(5000)}.${'b'.repeat(43)}`, app, 0).kind).toBe('malformed');
	});

	it('limits the reference so that the state stays short', () => {
		expect(checkReference('x'.repeat(256))).toBeUndefined();
		expect(checkReference('x'.repeat(257))).toContain('customer reference');
		expect(checkReference('漢'.repeat(200))).toContain('customer reference');
		expect(checkReference('')).toBeUndefined();
		// 400 bytes as JSON, quotes included, and one more.
		expect(checkReference(`${'漢'.repeat(132)}ab`)).toBeUndefined();
		expect(checkReference(`${'漢'.repeat(132)}abc`)).toContain('customer reference');
	});

	it('limits the name of the bank so that the state stays short', () => {
		expect(checkBankName('')).toBeUndefined();
		expect(checkBankName('x'.repeat(88))).toBeUndefined();
		expect(checkBankName('x'.repeat(89))).toContain('The name of the bank is longer than');
		expect(checkBankName('é'.repeat(45))).toContain('The name of the bank is longer than');
	});
});
