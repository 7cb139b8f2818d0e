import { Readable } from 'node:stream';

import type { IBinaryData, IHttpRequestOptions } from 'n8n-workflow';

import { isFileAnswer, storeFile } from '../../../outbound/auth/fileAnswer';
import type { RequestSender } from '../../../outbound/auth/sender';
import { BOUNDS } from '../../../outbound/http/bounds';
import { startDeadline } from '../../../outbound/http/deadline';
import { StoredFile } from '../../../outbound/http/storedFile';
import type { ApiResponse } from '../../../outbound/wire';

const ASKED = 'https://api.flinks.example/statements/1';
const PDF = { 'content-type': 'application/pdf' };

const response = (status: number, headers: Record<string, string>, body: unknown): ApiResponse => ({
	status,
	headers,
	body,
});
const file = (text = '%PDF-bytes', headers: Record<string, string> = PDF, status = 200) =>
	response(status, headers, Readable.from(text === '' ? [] : [Buffer.from(text)]));
const redirect = (location: string, status = 302) => file('moved', { location }, status);
const silence = (code: string) => ({ kind: 'unanswered', reason: { code, neverSent: false } });

/** Stores like n8n: reads the stream to its end and notes name and type. */
async function readWhole(
	...[stream, fileName, mimeType]: Parameters<
		NonNullable<RequestSender['helpers']['prepareBinaryData']>
	>
): Promise<IBinaryData> {
	const chunks: Uint8Array[] = [];
	if (!Buffer.isBuffer(stream)) for await (const one of stream) chunks.push(Buffer.from(one));
	const data = Buffer.concat(chunks).toString();
	return { data, mimeType: mimeType ?? 'none', fileName: fileName ?? 'none' };
}

async function store(
	answer: ApiResponse,
	options: {
		readonly next?: ApiResponse | string;
		readonly prepareBinaryData?: typeof readWhole | null;
		readonly fileBytes?: number;
		readonly fileName?: string;
	} = {},
) {
	const sent: IHttpRequestOptions[] = [];
	const { next, prepareBinaryData = readWhole, fileBytes = 100, fileName = 'statement' } = options;
	const context: RequestSender = {
		helpers: {
			httpRequest: async (one) => {
				sent.push(one);
				if (typeof next !== 'object') return await Promise.resolve(next);
				return { statusCode: next.status, headers: next.headers, body: next.body };
			},
			...(prepareBinaryData ? { prepareBinaryData } : {}),
		},
	};
	const deadline = startDeadline(60_000, undefined);
	const bounds = { ...BOUNDS, fileBytes };
	const exchange = await storeFile(context, answer, ASKED, { fileName, deadline, bounds });
	deadline.release();
	const body = exchange.kind === 'answered' ? exchange.response.body : undefined;
	return { exchange, sent, stored: body instanceof StoredFile ? body : undefined };
}

describe('an answer where a file was asked for', () => {
	it.each<[status: number, headers: object, is: boolean]>([
		[200, PDF, true],
		[299, {}, true],
		[200, { 'content-type': 'application/octet-stream' }, true],
		[200, { 'content-type': 'application/jsonish' }, true],
		[200, { 'content-type': 'x-application/json' }, true],
		[200, { 'content-type': ' Text/HTML; charset=utf-8' }, false],
		[200, { 'content-type': 'application/json' }, false],
		[200, { 'content-type': 'application/problem+json' }, false],
		[404, PDF, false],
		[300, PDF, false],
		[199, PDF, false],
		...[301, 302, 303, 307, 308].flatMap((status): Array<[number, object, boolean]> => [
			[status, { location: '/x' }, true],
			[status, {}, false],
		]),
		[304, { location: '/x' }, false],
	])('%i %j is a file: %p', (status, headers, is) => {
		expect(isFileAnswer(response(status, { ...headers }, undefined))).toBe(is);
	});
});

describe('a file', () => {
	it('goes into binary data, with status and headers but no host of another', async () => {
		const { exchange, sent, stored } = await store(file());
		expect(exchange).toMatchObject({ kind: 'answered', response: { status: 200, headers: PDF } });
		expect(stored?.binary).toEqual({
			data: '%PDF-bytes',
			mimeType: 'application/pdf',
			fileName: 'statement.pdf',
		});
		expect(stored?.otherHost).toBeUndefined();
		expect(sent).toEqual([]);
	});

	it.each([
		['application/pdf', 'a.pdf'],
		['image/gif', 'a.gif'],
		['IMAGE/JPEG; q=1', 'a.jpg'],
		['image/png ; x', 'a.png'],
		['image/tiff', 'a.tiff'],
		['application/zip', 'a'],
		['', 'a'],
	])('of the type %j is called %s', async (type, name) => {
		const { stored } = await store(file('%PDF-', { 'content-type': type }), { fileName: 'a' });
		expect(stored?.binary.fileName).toBe(name);
	});

	it('without a type has none, rather than a wrong one', async () => {
		const { stored } = await store(file('x', {}));
		expect(stored?.binary).toMatchObject({ mimeType: 'none', fileName: 'statement' });
	});

	it('is called by letters that every system takes, and not without end', async () => {
		const fileName = `../é /a-b.c${'x'.repeat(200)}`;
		const { stored } = await store(file('x', {}), { fileName });
		expect(stored?.binary.fileName).toBe(`.._a-b.c${'x'.repeat(92)}`);
	});

	it('may be as large as the bound, and is broken off beyond it', async () => {
		const { stored } = await store(file('%PDF-'), { fileBytes: 5 });
		expect(stored?.binary.data).toBe('%PDF-');
		const large = file('%PDF-6');
		const { exchange } = await store(large, { fileBytes: 5 });
		expect(exchange).toEqual(silence('ANSWER_TOO_LARGE'));
		expect(large.body).toHaveProperty('destroyed', true);
	});

	it.each([
		['a page', '<p>no</p>', 100],
		['a long page', 'x'.repeat(1_019) + '%PDF-', 2_000],
		['a page longer than is looked at', 'x'.repeat(1_024) + '%PDF-', 2_000],
	])('that is %s is a PDF only where its mark comes early', async (_, text, fileBytes) => {
		const { exchange, stored } = await store(file(text), { fileBytes });
		if (text.indexOf('%PDF-') === 1_019) expect(stored).toBeDefined();
		else expect(exchange).toEqual(silence('FILE_NOT_PDF'));
	});

	it('without a byte is none', async () => {
		expect((await store(file(''))).exchange).toEqual(silence('FILE_EMPTY'));
	});

	it('is not stored where nobody can, or where the body is no stream', async () => {
		const none = await store(file(), { prepareBinaryData: null });
		expect(none.exchange).toEqual(silence('FILE_NOT_STORED'));
		for (const body of ['text', null, { destroy() {} }, Buffer.from('x')]) {
			const { exchange } = await store(response(200, PDF, body));
			expect(exchange).toEqual(silence('FILE_NOT_STORED'));
		}
	});

	it('tells a broken line from a store that failed', async () => {
		const broken = Readable.from(
			(async function* () {
				yield await Promise.resolve(Buffer.from('x'));
				throw new Error('reset');
			})(),
		);
		const { exchange } = await store(response(200, PDF, broken));
		expect(exchange).toEqual(silence('ECONNRESET'));
		const full = await store(file(), {
			prepareBinaryData: async () => await Promise.reject(new Error('disk full')),
		});
		expect(full.exchange).toEqual(silence('FILE_NOT_STORED'));
	});
});

describe('a redirect to a file', () => {
	it('is followed once, without a header of ours, and names the other host', async () => {
		const from = redirect('https://files.example:8443/f?key=1');
		const { sent, stored } = await store(from, { next: file() });
		expect(sent).toEqual([
			{
				method: 'GET',
				url: 'https://files.example:8443/f?key=1',
				abortSignal: expect.any(AbortSignal),
				encoding: 'stream',
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				disableFollowRedirect: true,
				timeout: 60_000,
			},
		]);
		expect(stored?.otherHost).toBe('files.example:8443');
		expect(from.body).toHaveProperty('destroyed', true);
	});

	it('on the same host names no other', async () => {
		const { sent, stored } = await store(redirect('/other'), { next: file() });
		expect(sent[0]?.url).toBe('https://api.flinks.example/other');
		expect(stored?.binary.data).toBe('%PDF-bytes');
		expect(stored?.otherHost).toBeUndefined();
	});

	it.each([
		'http://files.example/f',
		'ftp://files.example/f',
		'ftp://localhost/f',
		'https://user@files.example/f',
		'https://:pass@files.example/f',
		'https://',
	])('is not followed to %s', async (location) => {
		const { exchange, sent } = await store(redirect(location), { next: file() });
		expect(exchange).toEqual(silence('FILE_ADDRESS_NOT_SAFE'));
		expect(sent).toEqual([]);
	});

	it('is followed over http on this machine', async () => {
		const { stored } = await store(redirect('http://127.0.0.1:99/f'), { next: file() });
		expect(stored?.otherHost).toBe('127.0.0.1:99');
	});

	it.each([
		[file('x', PDF, 403), 'FILE_HOST_403'],
		[redirect('https://third.example/'), 'FILE_HOST_302'],
		[file('<html>', { 'content-type': 'text/html' }), 'FILE_HOST_PAGE'],
	])('ends where the other host gives no file: %#', async (next, code) => {
		const { exchange, sent } = await store(redirect('https://files.example/'), { next });
		expect(exchange).toEqual(silence(code));
		expect(sent).toHaveLength(1);
		expect(next.body).toHaveProperty('destroyed', true);
	});

	it('ends where the other host gives no answer that can be read', async () => {
		const { exchange } = await store(redirect('https://files.example/'), { next: 'text' });
		expect(exchange).toEqual(silence('UNKNOWN'));
	});
});
