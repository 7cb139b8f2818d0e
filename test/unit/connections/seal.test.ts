import fc from 'fast-check';
import { readEnvelope } from '../../../outbound/connections/envelope';
import {
	openConnection,
	sealConnection,
	type Connection,
} from '../../../outbound/connections/seal';

const KEY = 'q7Xw2mZ9rT4vB8nK1cY6pL3sD5gH0jFa';
const OLD = 'U2Vjb25kIGtleSBvZiB0aGUgdGVzdHMsIGxvbmc=';
const keys = { current: KEY };
const RECIPIENT = 'dc-7tf8aijpjqofl3uxppi136ldc';
const connection: Connection = {
	connectionId: 'c0ffee',
	providerId: '1000',
	refreshToken: 'refresh-canary',
	accessToken: 'access-canary',
	accessTokenExpiresAt: 1234,
	connectedAt: '2026-11-20T12:00:00.000Z',
};
const text = fc.string({ unit: 'binary', maxLength: 50 });
const anyId = fc.oneof(
	fc.string({ unit: 'grapheme', maxLength: 30 }),
	fc.constantFrom('a.b', '1000', '..', '%2E'),
);
const anyConnection = fc.record(
	{
		connectionId: text,
		providerId: anyId,
		refreshToken: text,
		connectedAt: text,
		accessToken: text,
		accessTokenExpiresAt: fc.integer(),
		scope: text,
		reference: text,
		language: fc.constantFrom('en' as const, 'fr' as const),
	},
	{ requiredKeys: ['connectionId', 'providerId', 'refreshToken', 'connectedAt'] },
);

describe('sealed connection', () => {
	it('opens to what was sealed', () => {
		fc.assert(
			fc.property(anyConnection, anyId, (one, recipientId) => {
				const sealed = sealConnection(one, keys, recipientId);
				expect(openConnection(sealed, keys, recipientId)).toEqual({
					kind: 'open',
					connection: one,
					keyUsed: 'current',
				});
				expect(readEnvelope(sealed)).toMatchObject({ recipientId, providerId: one.providerId });
			}),
		);
	});

	it('names version, key, recipient and provider, and nothing else readable', () => {
		const sealed = sealConnection(connection, keys, RECIPIENT);
		expect(sealed).toMatch(
			/^flinks-connection\.v1\.[\w-]{8}\.dc-7tf8aijpjqofl3uxppi136ldc\.1000\.[\w-]+$/,
		);
		const bytes = Buffer.from(sealed.split('.').at(-1) ?? '', 'base64url').toString('latin1');
		for (const secret of ['canary', 'refreshToken', KEY, 'c0ffee']) {
			expect(sealed).not.toContain(secret);
			expect(bytes).not.toContain(secret);
		}
	});

	it('looks different each time', () => {
		expect(sealConnection(connection, keys, RECIPIENT)).not.toBe(
			sealConnection(connection, keys, RECIPIENT),
		);
	});

	it('never opens once any character is changed, added or left out', () => {
		fc.assert(
			fc.property(
				anyConnection,
				fc.nat(),
				fc.string({ maxLength: 1, unit: 'binary-ascii' }),
				fc.boolean(),
				(one, at, put, drop) => {
					const sealed = sealConnection(one, { current: KEY, previous: OLD }, RECIPIENT);
					const place = at % (sealed.length + 1);
					const changed = sealed.slice(0, place) + put + sealed.slice(place + (drop ? 1 : 0));
					fc.pre(changed !== sealed);
					expect(['malformed', 'unknown-key', 'tampered']).toContain(
						openConnection(changed, keys, RECIPIENT).kind,
					);
				},
			),
			{ numRuns: 2000 },
		);
	});

	it.each([0, 1, 2])('opens in one spelling of its last character only (%i more bytes)', (more) => {
		const one = { ...connection, reference: 'x'.repeat(more) };
		const sealed = sealConnection(one, keys, RECIPIENT);
		const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
		const opening = [...alphabet].filter(
			(last) => openConnection(sealed.slice(0, -1) + last, keys, RECIPIENT).kind === 'open',
		);
		expect(opening).toEqual([sealed.slice(-1)]);
	});

	it('is bound to its recipient and provider', () => {
		const sealed = sealConnection(connection, keys, RECIPIENT);
		expect(openConnection(sealed, keys, 'dc-other')).toMatchObject({
			kind: 'wrong-recipient',
			title: expect.stringContaining(RECIPIENT),
		});
		expect(openConnection(sealed.replace(RECIPIENT, 'dc-other'), keys, 'dc-other').kind).toBe(
			'tampered',
		);
		expect(openConnection(sealed.replace('.1000.', '.2000.'), keys, RECIPIENT).kind).toBe(
			'tampered',
		);
		expect(openConnection(sealed.replace('.1000.', '.%31000.'), keys, RECIPIENT).kind).toBe(
			'tampered',
		);
	});

	it('opens with the previous key and says so; not without it', () => {
		const sealed = sealConnection(connection, { current: OLD }, RECIPIENT);
		expect(openConnection(sealed, { current: KEY, previous: OLD }, RECIPIENT)).toEqual({
			kind: 'open',
			connection,
			keyUsed: 'previous',
		});
		expect(openConnection(sealed, keys, RECIPIENT).kind).toBe('unknown-key');
	});

	it('cannot pass off one key for another', () => {
		const sealed = sealConnection(connection, { current: OLD }, RECIPIENT);
		const label = sealConnection(connection, keys, RECIPIENT).split('.').slice(0, -1);
		const mixed = [...label, sealed.split('.').at(-1)].join('.');
		expect(openConnection(mixed, { current: KEY, previous: OLD }, RECIPIENT).kind).toBe('tampered');
	});

	it('is not made with a weak key', () => {
		expect(() => sealConnection(connection, { current: 'short' }, RECIPIENT)).toThrow(
			'connection key',
		);
	});

	it('leaves out an expiry that is no number', () => {
		const sealed = sealConnection({ ...connection, accessTokenExpiresAt: NaN }, keys, RECIPIENT);
		expect(openConnection(sealed, keys, RECIPIENT).kind).toBe('open');
	});

	it('never fails, whatever comes in, and shows none of it', () => {
		const like = fc
			.tuple(fc.base64String(), anyId)
			.map(([body, id]) => `flinks-connection.v1.abcdefgh.${id}.1000.${body}`);
		fc.assert(
			fc.property(fc.oneof(fc.anything(), text, like), (value) => {
				const opened = openConnection(value, keys, RECIPIENT);
				if (opened.kind === 'open') throw new Error('opened');
				expect(opened.title).not.toBe('');
				expect(opened.remedy).toContain('Nothing was sent');
			}),
			{ numRuns: 500 },
		);
		const id = sealConnection(connection, keys, RECIPIENT).split('.')[2];
		for (const body of ['AAAA', 'A'.repeat(36), 'A'.repeat(40), 'A'.repeat(400)]) {
			expect(
				openConnection(`flinks-connection.v1.${id}.${RECIPIENT}.1000.${body}`, keys, RECIPIENT)
					.kind,
			).toMatch(/malformed|tampered/);
		}
	});

	it('refuses what a holder of the key sealed wrongly', () => {
		const odd = JSON.parse(
			'{"connectionId":"a","providerId":"1000","refreshToken":5,"connectedAt":""}',
		) as Connection;
		expect(openConnection(sealConnection(odd, keys, RECIPIENT), keys, RECIPIENT).kind).toBe(
			'tampered',
		);
		const language = JSON.parse(
			'{"connectionId":"a","providerId":"1000","refreshToken":"r","connectedAt":"","language":"de"}',
		) as Connection;
		expect(openConnection(sealConnection(language, keys, RECIPIENT), keys, RECIPIENT).kind).toBe(
			'tampered',
		);
	});
});
