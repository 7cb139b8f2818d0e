import { readAnswer, requestOptions } from '../../../outbound/auth/httpExchange';
import { lifetimeOf } from '../../../outbound/auth/lifetime';
import { request } from '../errors/exchanges';

const get = request('fdx', { path: '/api/fdx/5/accounts' });

describe('the options of a request', () => {
	it('hold the address, and what keeps n8n from acting on its own', () => {
		expect(requestOptions('https://api.example', get)).toEqual({
			method: 'GET',
			url: 'https://api.example/api/fdx/5/accounts',
			headers: { Accept: 'application/json' },
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			timeout: 60_000,
		});
	});

	it('leave out what was not asked for', () => {
		const query = { limit: 5, offset: undefined, on: false };
		expect(requestOptions('', { ...get, query }).qs).toEqual({ limit: 5, on: false });
		expect(requestOptions('', { ...get, query: { offset: undefined } })).not.toHaveProperty('qs');
		expect(requestOptions('', get)).not.toHaveProperty('body');
		expect(requestOptions('', get)).not.toHaveProperty('encoding');
	});

	it('hold a body as JSON, and ask for bytes where bytes are expected', () => {
		const options = requestOptions('', {
			...get,
			body: { a: 1 },
			expects: 'file',
			accept: 'application/pdf',
		});
		expect(options).toMatchObject({
			body: { a: 1 },
			json: true,
			encoding: 'arraybuffer',
			headers: { Accept: 'application/pdf' },
		});
	});
});

describe('the answer n8n hands over', () => {
	const read = (answer: unknown, changes = {}) => readAnswer({ ...get, ...changes }, answer);

	it('is read as status, headers and parsed body', () => {
		expect(read({ statusCode: '201', headers: { A: 1 }, body: '{"b":2}' })).toEqual({
			kind: 'answered',
			response: { status: 201, headers: { a: '1' }, body: { b: 2 } },
		});
	});

	it.each([
		[Buffer.from('[1]'), [1]],
		['<html>', '<html>'],
		['', ''],
		[{ a: 1 }, { a: 1 }],
		[undefined, undefined],
		[Buffer.from('no json'), 'no json'],
	])('parses what can be parsed: %p', (body, expected) => {
		expect(read({ statusCode: 200, body })).toMatchObject({ response: { body: expected } });
	});

	it('keeps bytes where bytes are expected, but not those of a refusal', () => {
		const body = Buffer.from('{"code":701}');
		const status = (statusCode: number) => read({ statusCode, body }, { expects: 'file' });
		expect(status(200)).toMatchObject({ response: { body } });
		expect(status(299)).toMatchObject({ response: { body } });
		expect(status(300)).toMatchObject({ response: { body: { code: 701 } } });
		expect(status(199)).toMatchObject({ response: { body: { code: 701 } } });
	});

	it.each([undefined, null, 'text', {}, { status: 200 }])('is none if it is %j', (answer) => {
		expect(read(answer)).toEqual({
			kind: 'unanswered',
			reason: { code: 'UNKNOWN', neverSent: false },
		});
	});
});

describe('the life of a token', () => {
	it.each([
		[{ expires_in: 299 }, undefined, { expiresIn: 299, expiresAt: undefined }],
		[{ expires_in: '299' }, 1_000, { expiresIn: 299, expiresAt: 300_000 }],
		[{ expires_in: 299, n8n_expires_at: '5000' }, 1_000, { expiresIn: 299, expiresAt: 5_000 }],
		[{ n8n_expires_at: 'x' }, 1_000, { expiresIn: undefined, expiresAt: undefined }],
		[{}, 1_000, { expiresIn: undefined, expiresAt: undefined }],
		[{ expires_in: 0 }, 1_000, { expiresIn: undefined, expiresAt: undefined }],
		[{ expires_in: -5 }, 1_000, { expiresIn: undefined, expiresAt: undefined }],
		[{ expires_in: Infinity }, 1_000, { expiresIn: undefined, expiresAt: undefined }],
		[{ expires_in: null }, 1_000, { expiresIn: undefined, expiresAt: undefined }],
	])('of %j, had at %p', (times, obtainedAt, expected) => {
		expect(lifetimeOf(times, obtainedAt)).toEqual(expected);
	});
});
