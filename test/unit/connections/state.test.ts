import fc from 'fast-check';
import { checkReference, createState, readState } from '../../../outbound/connections/state';

const KEY = 'q7Xw2mZ9rT4vB8nK1cY6pL3sD5gH0jFa';
const OLD = 'U2Vjb25kIGtleSBvZiB0aGUgdGVzdHMsIGxvbmc=';
const content = {
	reference: 'customer 42',
	providerId: '1000',
	nonce: 'n0nce',
	issuedAtMs: 1000,
	expiresAtMs: 2000,
};
const anyContent = fc.record(
	{
		reference: fc
			.string({ unit: 'binary', maxLength: 256 })
			.filter((text) => checkReference(text) === undefined),
		providerId: fc.string({ maxLength: 60 }),
		nonce: fc.stringMatching(/^[\w-]{22}$/),
		issuedAtMs: fc.nat(),
		expiresAtMs: fc.integer({ min: 1, max: 2 ** 45 }),
		language: fc.constantFrom('en' as const, 'fr' as const),
	},
	{ requiredKeys: ['reference', 'providerId', 'nonce', 'issuedAtMs', 'expiresAtMs'] },
);

describe('state', () => {
	it('comes back as it was, safe in an address and short', () => {
		fc.assert(
			fc.property(anyContent, (one) => {
				const text = createState(one, { current: KEY });
				expect(text).toMatch(/^v1\.[\w-]+\.[\w-]{43}$/);
				expect(text.length).toBeLessThan(1000);
				expect(readState(text, { current: KEY }, one.expiresAtMs - 1)).toEqual({
					kind: 'valid',
					keyUsed: 'current',
					...one,
				});
			}),
		);
	});

	it('is valid up to its expiry, not at it', () => {
		const text = createState(content, { current: KEY });
		expect(readState(text, { current: KEY }, 1999).kind).toBe('valid');
		expect(readState(text, { current: KEY }, 2000)).toMatchObject({
			kind: 'expired',
			reference: 'customer 42',
			title: expect.stringContaining('expired'),
		});
		expect(readState(text, { current: KEY }, Infinity).kind).toBe('expired');
		expect(readState(text, { current: KEY }, NaN).kind).toBe('expired');
	});

	it('is never valid once any character is changed, added or left out', () => {
		fc.assert(
			fc.property(
				anyContent,
				fc.nat(),
				fc.string({ maxLength: 1, unit: 'binary-ascii' }),
				fc.boolean(),
				(one, at, put, drop) => {
					const text = createState(one, { current: KEY });
					const place = at % (text.length + 1);
					const changed = text.slice(0, place) + put + text.slice(place + (drop ? 1 : 0));
					fc.pre(changed !== text);
					expect(['forged', 'malformed']).toContain(readState(changed, { current: KEY }, 0).kind);
				},
			),
			{ numRuns: 2000 },
		);
	});

	it('is refused in every other spelling of its last character', () => {
		const text = createState(content, { current: KEY });
		const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
		const valid = [...alphabet].filter(
			(last) => readState(text.slice(0, -1) + last, { current: KEY }, 0).kind === 'valid',
		);
		expect(valid).toEqual([text.slice(-1)]);
	});

	it('takes the previous key too, but no other', () => {
		const text = createState(content, { current: OLD });
		expect(readState(text, { current: KEY, previous: OLD }, 0)).toMatchObject({
			kind: 'valid',
			keyUsed: 'previous',
		});
		expect(readState(text, { current: KEY }, 0).kind).toBe('forged');
		expect(readState(text, { current: '' }, 0).kind).toBe('forged');
	});

	it('is not made with a weak key', () => {
		expect(() => createState(content, { current: 'short' })).toThrow('connection key');
	});

	it('never fails, whatever comes in', () => {
		fc.assert(
			fc.property(fc.oneof(fc.anything(), fc.string({ unit: 'binary' })), (value) => {
				expect(readState(value, { current: KEY }, 0).kind).toBe('malformed');
			}),
		);
		expect(readState(`v1.${'a'.repeat(5000)}.${'b'.repeat(43)}`, { current: KEY }, 0).kind).toBe(
			'malformed',
		);
	});

	it('limits the reference so that the state stays short', () => {
		expect(checkReference('x'.repeat(256))).toBeUndefined();
		expect(checkReference('x'.repeat(257))).toContain('customer reference');
		expect(checkReference('漢'.repeat(200))).toContain('customer reference');
		expect(checkReference('')).toBeUndefined();
	});
});
