import fc from 'fast-check';
import { newKey, sealingAt } from '../../support/sealing';
import { readEnvelope } from '../../../outbound/connections/envelope';
import {
	openConnection,
	sealConnection,
	type Connection,
} from '../../../outbound/connections/seal';
import { runs } from '../../support/runs';

const KEY = newKey();
const OLD = newKey();
const PLACE = 'https://api.flinks.example';
const RECIPIENT = 'dc-7tf8aijpjqofl3uxppi136ldc';
const connection: Connection = {
	connectionId: 'c0ffee',
	requestedProviderId: '1000',
	refreshToken: 'refresh-canary',
	accessToken: 'access-canary',
	accessTokenExpiresAt: 1234,
	connectedAt: '2026-11-20T12:00:00.000Z',
};
const text = fc.string({ unit: 'binary', maxLength: 50 });
const appOf = (clientId: string, current = KEY, previous = '') =>
	sealingAt(PLACE, current, { clientId, previousConnectionKey: previous });
const app = appOf(RECIPIENT);
const anyId = fc.oneof(
	fc.string({ unit: 'grapheme', maxLength: 30 }),
	fc.constantFrom('a.b', '1000', '..', '%2E'),
);
const anyConnection = fc.record(
	{
		connectionId: text,
		requestedProviderId: anyId,
		requestedScope: text,
		rotations: fc.nat(),
		refreshToken: text,
		connectedAt: text,
		accessToken: text,
		accessTokenExpiresAt: fc.integer(),
		scope: text,
		reference: text,
		language: fc.constantFrom('en' as const, 'fr' as const),
	},
	{ requiredKeys: ['connectionId', 'requestedProviderId', 'refreshToken', 'connectedAt'] },
);

describe('sealed connection', () => {
	it('opens to what was sealed', () => {
		fc.assert(
			fc.property(anyConnection, anyId, (one, recipientId) => {
				const sealed = sealConnection(one, appOf(recipientId));
				expect(openConnection(sealed, appOf(recipientId))).toEqual({
					kind: 'open',
					connection: one,
					keyUsed: 'current',
				});
				expect(readEnvelope(sealed)).toMatchObject({
					recipientId,
					requestedProviderId: one.requestedProviderId,
					authorization: PLACE,
				});
			}),
		);
	});

	it('names version, key, recipient and provider, and nothing else readable', () => {
		const sealed = sealConnection(connection, app);
		expect(sealed).toMatch(
			/^flinks-connection\.v1\.[\w-]{8}\.dc-7tf8aijpjqofl3uxppi136ldc\.1000\.https%3A%2F%2Fapi%2Eflinks%2Eexample\.[\w-]+$/,
		);
		const bytes = Buffer.from(sealed.split('.').at(-1) ?? '', 'base64url').toString('latin1');
		for (const secret of ['canary', 'refreshToken', KEY, 'c0ffee']) {
			expect(sealed).not.toContain(secret);
			expect(bytes).not.toContain(secret);
		}
	});

	it('looks different each time', () => {
		expect(sealConnection(connection, app)).not.toBe(sealConnection(connection, app));
	});

	it('never opens once any character is changed, added or left out', () => {
		fc.assert(
			fc.property(
				anyConnection,
				fc.nat(),
				fc.string({ maxLength: 1, unit: 'binary-ascii' }),
				fc.boolean(),
				(one, at, put, drop) => {
					const sealed = sealConnection(one, appOf(RECIPIENT, KEY, OLD));
					const place = at % (sealed.length + 1);
					const changed = sealed.slice(0, place) + put + sealed.slice(place + (drop ? 1 : 0));
					fc.pre(changed !== sealed);
					expect(['malformed', 'unknown-key', 'tampered']).toContain(
						openConnection(changed, app).kind,
					);
				},
			),
			runs(2000),
		);
	});

	it.each([0, 1, 2])('opens in one spelling of its last character only (%i more bytes)', (more) => {
		const one = { ...connection, reference: 'x'.repeat(more) };
		const sealed = sealConnection(one, app);
		const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
		const opening = [...alphabet].filter(
			(last) => openConnection(sealed.slice(0, -1) + last, app).kind === 'open',
		);
		expect(opening).toEqual([sealed.slice(-1)]);
	});

	it('is bound to its recipient and provider', () => {
		const sealed = sealConnection(connection, app);
		expect(openConnection(sealed, appOf('dc-other'))).toMatchObject({
			kind: 'wrong-recipient',
			title: expect.stringContaining(RECIPIENT),
			remedy: expect.stringMatching(/^Nothing was sent to Flinks\. Choose the credential of/),
		});
		expect(openConnection(sealed.replace(RECIPIENT, 'dc-other'), appOf('dc-other')).kind).toBe(
			'tampered',
		);
		expect(openConnection(sealed.replace('.1000.', '.2000.'), app).kind).toBe('tampered');
		expect(openConnection(sealed.replace('.1000.', '.%31000.'), app).kind).toBe('tampered');
	});

	it('is bound to its authorization address: another environment is not shown the tokens', () => {
		const sealed = sealConnection(connection, app);
		const elsewhere = sealingAt('https://sandbox.flinks.example', KEY, { clientId: RECIPIENT });
		expect(openConnection(sealed, elsewhere)).toMatchObject({
			kind: 'wrong-environment',
			title: expect.stringContaining(PLACE),
			remedy: expect.stringMatching(/^Nothing was sent to Flinks\. Choose the credential for/),
		});
		const relabelled = sealed.replace('api%2Eflinks', 'sandbox%2Eflinks');
		expect(openConnection(relabelled, elsewhere).kind).toBe('tampered');
	});

	it('opens with the previous key and says so; not without it', () => {
		const sealed = sealConnection(connection, appOf(RECIPIENT, OLD));
		expect(openConnection(sealed, appOf(RECIPIENT, KEY, OLD))).toEqual({
			kind: 'open',
			connection,
			keyUsed: 'previous',
		});
		expect(openConnection(sealed, app).kind).toBe('unknown-key');
	});

	it('cannot pass off one key for another', () => {
		const sealed = sealConnection(connection, appOf(RECIPIENT, OLD));
		const label = sealConnection(connection, app).split('.').slice(0, -1);
		const mixed = [...label, sealed.split('.').at(-1)].join('.');
		expect(openConnection(mixed, appOf(RECIPIENT, KEY, OLD)).kind).toBe('tampered');
	});

	it('is not made with a weak key', () => {
		expect(() => sealConnection(connection, appOf(RECIPIENT, 'short'))).toThrow('connection key');
	});

	it('leaves out an expiry that is no number', () => {
		const sealed = sealConnection({ ...connection, accessTokenExpiresAt: NaN }, app);
		expect(openConnection(sealed, app).kind).toBe('open');
	});

	it('never fails, whatever comes in, and shows none of it', () => {
		const like = fc
			.tuple(fc.base64String(), anyId)
			.map(([body, id]) => `flinks-connection.v1.abcdefgh.${id}.1000.host.${body}`);
		fc.assert(
			fc.property(fc.oneof(fc.anything(), text, like), (value) => {
				const opened = openConnection(value, app);
				if (opened.kind === 'open') throw new Error('opened');
				expect(opened.title).not.toBe('');
				expect(opened.remedy).toContain('Nothing was sent');
			}),
			runs(500),
		);
		const id = sealConnection(connection, app).split('.')[2];
		for (const body of ['AAAA', 'A'.repeat(36), 'A'.repeat(40), 'A'.repeat(400)]) {
			expect(
				openConnection(`flinks-connection.v1.${id}.${RECIPIENT}.1000.host.${body}`, app).kind,
			).toMatch(/malformed|tampered/);
		}
	});

	it('refuses what a holder of the key sealed wrongly', () => {
		const odd = JSON.parse(
			'{"connectionId":"a","requestedProviderId":"1000","refreshToken":5,"connectedAt":""}',
		) as Connection;
		expect(openConnection(sealConnection(odd, app), app).kind).toBe('tampered');
		const language = JSON.parse(
			'{"connectionId":"a","requestedProviderId":"1000","refreshToken":"r","connectedAt":"","language":"de"}',
		) as Connection;
		expect(openConnection(sealConnection(language, app), app).kind).toBe('tampered');
	});
});
