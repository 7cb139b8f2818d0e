import type { IExecuteFunctions } from 'n8n-workflow';

import type { Bounds } from '../http/bounds';
import { isByteStream } from '../http/byteStream';
import type { Deadline } from '../http/deadline';
import { StoredFile } from '../http/storedFile';
import type { ApiResponse, Exchange } from '../wire';
import { isLoopback } from './baseUrl';
import { COMMON_OPTIONS, responseIn, unanswered } from './httpExchange';
import { watchPdfHead } from './pdfHead';
import type { RequestSender } from './sender';

type BinarySource = Parameters<IExecuteFunctions['helpers']['prepareBinaryData']>[0];
type FileStream = Exclude<BinarySource, Buffer>;

interface Within {
	readonly fileName: string;
	readonly deadline: Deadline;
	readonly bounds: Bounds;
}

const EXTENSIONS: Readonly<Record<string, string>> = {
	'application/pdf': 'pdf',
	'image/gif': 'gif',
	'image/jpeg': 'jpg',
	'image/png': 'png',
	'image/tiff': 'tiff',
};

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const isSuccess = ({ status }: ApiResponse) => status >= 200 && status < 300;

/** True for a file or a redirect to one; a page or JSON in its place is an answer like any other. */
export function isFileAnswer(response: ApiResponse): boolean {
	if (REDIRECTS.has(response.status)) return response.headers.location !== undefined;
	const type = typeOf(response) ?? '';
	return isSuccess(response) && !/^(?:text\/|application\/(?:[\w.-]+\+)?json\b)/.test(type);
}

/**
 * Streams the file into n8n's binary data. A redirect is followed once, without the bearer and any
 * header of ours, and only over https (http on this machine).
 * @throws whatever breaks the stream
 */
export async function storeFile(
	context: RequestSender,
	response: ApiResponse,
	askedUrl: string,
	within: Within,
): Promise<Exchange> {
	if (isSuccess(response)) return await stored(context, response, undefined, within);
	close(response);
	const target = safeTarget(response.headers.location ?? '', askedUrl);
	if (target === undefined) return unanswered('FILE_ADDRESS_NOT_SAFE');
	const answer: unknown = await context.helpers.httpRequest({
		...COMMON_OPTIONS,
		method: 'GET',
		url: target.href,
		abortSignal: within.deadline.signal,
	});
	const file = responseIn(answer);
	if (!file) return unanswered('UNKNOWN');
	const { body } = file;
	if (isByteStream(body)) within.deadline.onEnd(() => body.destroy());
	if (!isSuccess(file) || !isFileAnswer(file)) {
		close(file);
		return unanswered(isSuccess(file) ? 'FILE_HOST_PAGE' : `FILE_HOST_${file.status}`);
	}
	const other = target.origin === new URL(askedUrl).origin ? undefined : target.host;
	return await stored(context, file, other, within);
}

async function stored(
	context: RequestSender,
	response: ApiResponse,
	otherHost: string | undefined,
	{ bounds, fileName }: Within,
): Promise<Exchange> {
	const { body: stream, status, headers } = response;
	const { prepareBinaryData } = context.helpers;
	if (!isFileStream(stream) || !prepareBinaryData) return unanswered('FILE_NOT_STORED');
	const type = typeOf(response);
	const head = type === 'application/pdf' ? watchPdfHead() : undefined;
	let left = bounds.fileBytes;
	// Listening with `on` would start the flow before n8n listens, and a paused stream does not flow for n8n.
	stream.prependListener('data', (chunk: Uint8Array) => {
		left -= chunk.length;
		if (left < 0) stream.destroy(new Error('too large'));
		head?.see(chunk);
		if (head?.isPdf === false) stream.destroy(new Error('no PDF'));
	});
	try {
		// Without a name n8n would note the whole address of the file, which may give access to it.
		const binary = await prepareBinaryData(stream, nameFor(fileName, type), type);
		if (left === bounds.fileBytes) return unanswered('FILE_EMPTY');
		if (head && head.isPdf !== true) return unanswered('FILE_NOT_PDF');
		const body = new StoredFile(binary, otherHost);
		return { kind: 'answered', response: { status, headers, body } };
	} catch {
		if (left < 0) return unanswered('ANSWER_TOO_LARGE');
		if (head?.isPdf === false) return unanswered('FILE_NOT_PDF');
		return unanswered(stream.errored ? 'ECONNRESET' : 'FILE_NOT_STORED');
	}
}

function nameFor(fileName: string, type: string | undefined): string {
	const extension = EXTENSIONS[type ?? ''];
	const safe = fileName.replace(/[^\w.-]+/g, '_').slice(0, 100);
	return extension === undefined ? safe : `${safe}.${extension}`;
}

function isFileStream(value: unknown): value is FileStream {
	return isByteStream(value) && 'pipe' in value && 'pause' in value && 'on' in value;
}

function safeTarget(location: string, askedUrl: string): URL | undefined {
	if (!URL.canParse(location, askedUrl)) return undefined;
	const url = new URL(location, askedUrl);
	if (url.username !== '' || url.password !== '') return undefined;
	const isSafe =
		url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
	return isSafe ? url : undefined;
}

function typeOf({ headers }: ApiResponse): string | undefined {
	const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
	return type === '' ? undefined : type;
}

function close({ body }: ApiResponse): void {
	if (isByteStream(body)) body.destroy();
}
