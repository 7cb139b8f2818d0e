import fc from 'fast-check';

import { explain } from '../../../outbound/errors/explain';
import { mayRepeat } from '../../../outbound/http/retry/policy';
import { request } from '../errors/exchanges';
import {
	exchangeOfThrown,
	plainHeaders,
	saysNoRefreshToken,
	saysNotConnected,
} from '../../../outbound/auth/exchangeOfThrown';

const within = (cause: unknown, message = 'wrapped') => ({ message, cause });
const silence = (code: string, neverSent = false) => ({
	kind: 'unanswered',
	reason: { code, neverSent },
});

describe('what the request helpers throw', () => {
	it('holds the answer, however deep', () => {
		const response = { status: 404, data: { a: 1 }, headers: { 'X-Id': 7 } };
		const expected = {
			kind: 'answered',
			response: { status: 404, headers: { 'x-id': '7' }, body: { a: 1 } },
		};
		expect(exchangeOfThrown({ response })).toEqual(expected);
		expect(exchangeOfThrown(within(within({ response })))).toEqual(expected);
	});

	it('is no answer where a success broke off', () => {
		expect(exchangeOfThrown({ code: 'ERR_BAD_RESPONSE', response: { status: 200 } })).toEqual(
			silence('ERR_BAD_RESPONSE'),
		);
		expect(exchangeOfThrown({ code: 'ECONNRESET', response: { status: 299 } })).toEqual(
			silence('ECONNRESET'),
		);
		expect(exchangeOfThrown({ code: 'X', response: { status: 300 } }).kind).toBe('answered');
	});

	it.each([
		[{ status: 503, body: 'x' }, 503],
		[{ body: { error: 'invalid_client' } }, 400],
		[{ body: { error: 'server_error' } }, 500],
		[{ body: { error: 'temporarily_unavailable' } }, 503],
	])('holds what n8n kept of the token endpoint: %j', (thrown, status) => {
		expect(exchangeOfThrown(within(thrown))).toMatchObject({
			response: { status, body: thrown.body, headers: {} },
		});
	});

	it.each([{ error: 'new_error' }, { error: 'slow_down' }, null, 'text'])(
		'tells no status where n8n kept none and none is published: %j',
		(body) => {
			const exchange = exchangeOfThrown(within({ body }));
			expect(exchange).toMatchObject({ response: { body, isStatusGuessed: true } });
			const asked = request('oauth', { method: 'POST', safeToRepeat: true });
			expect(mayRepeat(asked, exchange)).toBe(true);
			expect(mayRepeat({ ...asked, safeToRepeat: false }, exchange)).toBe(false);
			expect(explain(asked, exchange)).not.toHaveProperty('status');
		},
	);

	it('stands for a lost grant where n8n says that Flinks refused it', () => {
		const message = 'The credential "Flinks" needs to be reconnected.';
		expect(exchangeOfThrown(within({ message }))).toMatchObject({
			response: { status: 400, body: { error: 'invalid_grant' } },
		});
	});

	it.each([
		'No refresh token',
		'Refresh token is not available',
		'OAuth access token expired and no refresh token is available. Please reconnect the credentials.',
	])('proves nothing about the consent where n8n says "%s"', (message) => {
		expect(saysNoRefreshToken(within({ message }))).toBe(true);
		expect(exchangeOfThrown(within({ message }))).toMatchObject({ kind: 'unanswered' });
		expect(saysNoRefreshToken(within({ message: 'needs to be reconnected' }))).toBe(false);
	});

	it.each([
		'EAI_AGAIN',
		'ECONNREFUSED',
		'EHOSTDOWN',
		'EHOSTUNREACH',
		'ENETUNREACH',
		'ENOTFOUND',
		'ERR_INVALID_URL',
	])('proves with %s that nothing was sent', (code) => {
		expect(exchangeOfThrown(within({ code }))).toEqual(silence(code, true));
	});

	it.each(['ECONNRESET', 'ETIMEDOUT', 'ECONNABORTED', 'EPIPE', 'CERT_HAS_EXPIRED'])(
		'proves nothing with %s',
		(code) => {
			expect(exchangeOfThrown(within({ code }))).toEqual(silence(code));
		},
	);

	it('is a cancel where the request was aborted', () => {
		expect(exchangeOfThrown({ code: 'ERR_CANCELED' })).toEqual(silence('CANCELLED'));
	});

	it('takes the outermost network code there is', () => {
		expect(exchangeOfThrown({ code: 400, cause: { code: 'ECONNRESET' } })).toEqual(
			silence('ECONNRESET'),
		);
		expect(exchangeOfThrown({ httpCode: 'ECONNREFUSED' })).toEqual(silence('ECONNREFUSED', true));
		expect(exchangeOfThrown({ code: 'EPIPE', cause: { code: 'ECONNRESET' } })).toEqual(
			silence('EPIPE'),
		);
	});

	it.each([
		undefined,
		null,
		'text',
		7,
		{},
		{ code: 'lower' },
		{ code: 'A b' },
		{ code: 'secret-ECONNRESET' },
	])('is an unknown end where it says nothing: %j', (thrown) => {
		expect(exchangeOfThrown(thrown)).toEqual(silence('UNKNOWN'));
	});

	it('may go round in circles', () => {
		const circle: { cause?: unknown } = {};
		circle.cause = circle;
		expect(exchangeOfThrown(circle)).toEqual(silence('UNKNOWN'));
	});

	it('always reads as an exchange, whatever it is', () => {
		fc.assert(
			fc.property(fc.anything({ withNullPrototype: true }), (thrown) => {
				expect(['answered', 'unanswered']).toContain(exchangeOfThrown({ cause: thrown }).kind);
			}),
		);
	});
});

describe('a credential that nobody connected', () => {
	it.each(['Unable to sign without access token', 'OAuth credentials not connected'])(
		'is known by "%s"',
		(message) => {
			expect(saysNotConnected(within(new Error(message)))).toBe(true);
		},
	);

	it('is not what other trouble is', () => {
		expect(saysNotConnected(within(new Error('socket hang up')))).toBe(false);
		expect(saysNotConnected(undefined)).toBe(false);
	});
});

describe('headers', () => {
	it('get lower-case names and text', () => {
		expect(plainHeaders({ 'Retry-After': 5, A: ['x', 'y'] })).toEqual({
			'retry-after': '5',
			a: 'x,y',
		});
	});

	it.each([undefined, null, 'x', 5])('are none where there are none: %p', (headers) => {
		expect(plainHeaders(headers)).toEqual({});
	});
});
