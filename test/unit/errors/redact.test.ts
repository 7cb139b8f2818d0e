import fc from 'fast-check';
import { redact } from '../../../outbound/errors/redact';

const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjYW5hcnkifQ.c2lnbmF0dXJl';
const UUID = '97fcd39f-6e32-470b-a107-d4cb1080abcc';

describe('redact', () => {
	it.each([
		['Authorization: Bearer abc.def', 'Authorization: [hidden]'],
		['Authorization: Basic dXNlcjpwYXNz', 'Authorization: [hidden]'],
		['"Authorization":"Bearer abc"', '"Authorization":"[hidden]"'],
		['got Bearer s3cr3t', 'got Bearer [hidden]'],
		[`token was ${JWT} today`, 'token was [hidden] today'],
		['client_secret=hunter2&x=1', 'client_secret=[hidden]&x=1'],
		['{"client_secret":"hunter2"}', '{"client_secret":"[hidden]"}'],
		['client_secret%3Dhunter2', 'client_secret%3D[hidden]'],
		['refresh_token: short', 'refresh_token: [hidden]'],
		['/callback?code=AbC123&state=xyz', '/callback?code=[hidden]&state=[hidden]'],
		[`code=${UUID}`, 'code=[hidden]'],
		['a'.repeat(32), '[hidden]'],
		['key 0123456789abcdef0123456789abcdef.', 'key [hidden].'],
		['abcDEF0123+/abcDEF0123+/abcDEF0123+/', '[hidden]'],
		['account 123456789012', 'account ***9012'],
		['card 4111 1111 1111 1111', 'card ***1111'],
		['acct12345678x', 'acct***5678x'],
	])('hides %s', (text, expected) => {
		expect(redact(text)).toBe(expected);
	});

	it.each([
		'Invalid Bearer Token',
		'Bearer authentication is required',
		'Token: expired',
		'error code: 602',
		'error code: invalid_grant',
		`correlation ${UUID} of 2024-02-29T14:24:42.6009460Z`,
		'from 2024-01-01 to 2024-02-01',
		`GET /api/fdx/5/accounts/${UUID}/transactions`,
		'recipient dc-7tf8aijpjqofl3uxppi136ldc',
		'/api/v1/recipients/providers/requests/dc-a,dc-b/1000,2000',
		'account 123456',
	])('keeps %s', (text) => {
		expect(redact(text)).toBe(text);
	});

	it('never lets a token of 32 characters or an account number through, wherever it stands', () => {
		const token = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{31,90}$/);
		const account = fc.stringMatching(/^[1-9]\d{6,18}$/);
		fc.assert(
			fc.property(fc.lorem(), token, account, fc.lorem(), (before, secret, number, after) => {
				const text = redact(`${before} ${secret} ${number} ${after}`);
				expect(text).not.toContain(secret);
				expect(text).not.toContain(number);
			}),
		);
	});
});
