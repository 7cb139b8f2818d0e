import fc from 'fast-check';
import { saysTokenIsBad } from '../../../outbound/errors/badToken';
import type { Family } from '../../../outbound/wire';
import { response } from './exchanges';

const FAMILIES: readonly Family[] = ['oauth', 'partner', 'fdx'];
const SAYS_SO = [
	'Invalid Bearer Token',
	'token expired',
	'Token is expired.',
	'The access token expired',
	'The access token provided is expired, revoked, malformed, or invalid',
	'Access token has been revoked',
	'The token is not valid',
	'Token is no longer valid',
	"token isn't valid",
	'Invalid or expired token',
	'invalid_token',
	'TokenExpired',
	'jwt expired',
	'Missing bearer token',
	'Failed to validate access token',
	'Token signature verification failed',
	'IDX10223: Lifetime validation failed. The token is expired.',
];
const SAYS_OTHERWISE = [
	'Invalid request parameters',
	'Invalid Input',
	'Invalid start or end date',
	'Forbidden',
	'Refresh token expired',
	'Invalid page token',
	'Invalid token type',
	'unsupported_token_type',
	'The token is valid but the account is closed',
	'Invalid provider ID. The token was accepted',
	'Subscription not found',
	'insufficient_scope',
	'',
];

const variants = (text: string) =>
	fc.tuple(
		fc
			.constantFrom(text, text.toLowerCase(), text.toUpperCase(), `${text}!`, ` ${text} `)
			.filter((variant) => text !== 'TokenExpired' || /nE/.test(variant)),
		fc.constantFrom<(said: string) => unknown>(
			(said) => ({ message: said }),
			(said) => ({ error: 'invalid_request', error_description: said }),
			(said) => ({ code: 401, message: said }),
			(said) => ({ code: 401, message: 'Invalid Input', debugMessage: said }),
			(said) => said,
			(said) => JSON.stringify({ message: said }),
			(said) => Buffer.from(JSON.stringify({ message: said })),
		),
		fc.constantFrom(...FAMILIES),
		fc.constantFrom(400, 403),
	);

describe('saysTokenIsBad', () => {
	it.each(SAYS_SO)('hears %j on 400 and 403, in any body', (text) => {
		fc.assert(
			fc.property(variants(text), ([said, wrap, family, status]) => {
				expect(saysTokenIsBad(family, response(status, wrap(said)))).toBe(true);
			}),
		);
	});

	it.each(SAYS_OTHERWISE)('is not fooled by %j', (text) => {
		fc.assert(
			fc.property(variants(text), ([said, wrap, family, status]) => {
				expect(saysTokenIsBad(family, response(status, wrap(said)))).toBe(false);
			}),
		);
	});

	it('takes any 401 for a bad token, whatever the body', () => {
		fc.assert(
			fc.property(fc.constantFrom(...FAMILIES), fc.anything(), (family, body) => {
				expect(saysTokenIsBad(family, response(401, body))).toBe(true);
			}),
		);
		expect(saysTokenIsBad('fdx', response(401, { code: 602 }))).toBe(true);
	});

	it('never takes another status for a bad token', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 100, max: 599 }),
				fc.constantFrom(...SAYS_SO),
				(status, text) => {
					fc.pre(![400, 401, 403].includes(status));
					expect(saysTokenIsBad('partner', response(status, { message: text }))).toBe(false);
				},
			),
		);
	});

	it('reads WWW-Authenticate', () => {
		const headers = { 'www-authenticate': 'Bearer realm="ob", error="invalid_token"' };
		expect(saysTokenIsBad('fdx', response(400, '', headers))).toBe(true);
	});

	it('leaves a refused grant alone: a fresh access token cannot mend it', () => {
		const body = { error: 'invalid_grant', error_description: 'Token expired' };
		expect(saysTokenIsBad('oauth', response(400, body))).toBe(false);
	});
});
