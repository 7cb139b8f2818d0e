import { Readable } from 'node:stream';

import { readExchange, requestOptions, responseIn } from '../../../outbound/auth/httpExchange';
import { BOUNDS, type Bounds } from '../../../outbound/http/bounds';
import { lifetimeOf } from '../../../outbound/auth/lifetime';
import { request } from '../errors/exchanges';

const get = request('fdx', { path: '/api/fdx/5/accounts' });

describe('the options of a request', () => {
	it('hold the address, and what keeps n8n from acting on its own', () => {
		expect(requestOptions('https://api.example', get)).toEqual({
			method: 'GET',
			url: 'https://api.example/api/fdx/5/accounts',
			headers: { Accept: 'application/json' },
			encoding: 'stream',
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
	});

	it('hold a body as JSON, and the file type that is asked for', () => {
		const options = requestOptions('', {
			...get,
			body: { a: 1 },
			expects: 'file',
			accept: 'application/pdf',
		});
		expect(options).toMatchObject({
			body: { a: 1 },
			json: true,
			headers: { Accept: 'application/pdf' },
		});
	});
});

const small: Bounds = { ...BOUNDS, answerBytes: 10, errorBytes: 4 };

/** A body as n8n hands it over unread, in pieces; counts how much of it was taken. */
function streamOf(...pieces: ReadonlyArray<Buffer | string>) {
	let taken = 0;
	const stream = Readable.from(
		(function* () {
			for (const piece of pieces) {
				taken += 1;
				yield piece;
			}
		})(),
		{ objectMode: true, highWaterMark: 1 },
	);
	return Object.assign(stream, { taken: () => taken });
}

describe('the answer n8n hands over', () => {
	const read = async (answer: unknown, changes = {}, bounds = BOUNDS) => {
		const response = responseIn(answer);
		return response && (await readExchange({ ...get, ...changes }, response, bounds));
	};

	it('is read as status, headers and parsed body', async () => {
		const body = streamOf('{"b"', Buffer.from(':2}'));
		expect(await read({ statusCode: '201', headers: { A: 1 }, body })).toEqual({
			kind: 'answered',
			response: { status: 201, headers: { a: '1' }, body: { b: 2 } },
		});
	});

	it.each([
		[streamOf('<html>'), '<html>'],
		[streamOf(), ''],
		[streamOf(Buffer.from('é').subarray(0, 1), Buffer.from('é').subarray(1)), 'é'],
		[Buffer.from('[1]'), [1]],
		[{ a: 1 }, { a: 1 }],
		[undefined, undefined],
		[Buffer.from('no json'), 'no json'],
	])('parses what can be parsed, whoever read it: %#', async (body, expected) => {
		expect(await read({ statusCode: 200, body })).toMatchObject({ response: { body: expected } });
	});

	it('is none where it goes on and on, and is not read to its end', async () => {
		const endless = streamOf(...Array.from({ length: 1000 }, () => 'abc'));
		expect(await read({ statusCode: 200, body: endless }, {}, small)).toEqual({
			kind: 'unanswered',
			reason: { code: 'ANSWER_TOO_LARGE', neverSent: false },
		});
		expect(endless.taken()).toBeLessThan(10);
		expect(endless.destroyed).toBe(true);
	});

	it('is none, and not read at all, where it says that it is too large', async () => {
		const body = streamOf('abc');
		const headers = { 'Content-Length': '11' };
		expect(await read({ statusCode: 200, headers, body }, {}, small)).toMatchObject({
			reason: { code: 'ANSWER_TOO_LARGE' },
		});
		expect(body.taken()).toBe(0);
	});

	it('is cut where it is an error, or where nobody reads it', async () => {
		const body = () => streamOf('no json at all', 'x');
		expect(await read({ statusCode: 500, body: body() }, {}, small)).toMatchObject({
			response: { status: 500, body: 'no j' },
		});
		const unread = { expects: 'nothing' };
		expect(await read({ statusCode: 200, body: body() }, unread, small)).toMatchObject({
			response: { status: 200, body: 'no j' },
		});
	});

	it.each([undefined, null, 'text', {}, { status: 200 }])('is none if it is %j', (answer) => {
		expect(responseIn(answer)).toBeUndefined();
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
