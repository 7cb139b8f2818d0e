import type { IHttpRequestOptions } from 'n8n-workflow';

import { isByteStream } from '../http/byteStream';
import { startDeadline, type Deadline } from '../http/deadline';
import type { Runtime } from '../http/runtime';
import type { ApiRequest, Exchange } from '../wire';
import { exchangeOfThrown } from './exchangeOfThrown';
import { isFileAnswer, storeFile } from './fileAnswer';
import { readExchange, responseIn, unanswered } from './httpExchange';
import type { RequestSender } from './sender';

/** One of n8n's request helpers, with the bearer or without. */
export type Helper = (options: IHttpRequestOptions) => Promise<unknown>;

/**
 * Sends once through n8n and reads the answer within its bounds of time and size. Every end is an
 * exchange; nothing is thrown.
 * @param msLeft what the request may still take, with whatever waits and repeats came before
 * @param onThrown sees what n8n threw; it holds the bearer, so it must not get any further
 */
export async function sendOnce(
	context: RequestSender,
	request: ApiRequest,
	options: IHttpRequestOptions,
	{ runtime, msLeft }: { readonly runtime: Runtime; readonly msLeft: number },
	helper: Helper,
	onThrown: (thrown: unknown) => void = () => {},
): Promise<Exchange> {
	const { bounds, signal } = runtime;
	const ms = request.expects === 'file' ? bounds.fileMs : Math.min(bounds.tryMs, msLeft);
	const deadline = startDeadline(ms, signal);
	try {
		return await exchangeWithin(deadline, context, request, options, runtime, helper);
	} catch (error) {
		if (deadline.code !== undefined) return unanswered(deadline.code);
		onThrown(error);
		return exchangeOfThrown(error);
	} finally {
		deadline.release();
	}
}

async function exchangeWithin(
	deadline: Deadline,
	context: RequestSender,
	request: ApiRequest,
	options: IHttpRequestOptions,
	{ bounds }: Runtime,
	helper: Helper,
): Promise<Exchange> {
	// n8n's authenticated helper takes no signal of ours: what comes too late is closed unread.
	const asked = helper({ ...options, abortSignal: deadline.signal });
	const response = responseIn(await deadline.race(asked, closeUnread));
	if (!response) return unanswered('UNKNOWN');
	const { body } = response;
	if (isByteStream(body)) deadline.onEnd(() => body.destroy());
	const isFile = request.expects === 'file' && isFileAnswer(response);
	const read = isFile
		? storeFile(context, response, options.url, {
				deadline,
				bounds,
				fileName: request.fileName ?? 'file',
			})
		: readExchange(request, response, bounds);
	return await deadline.race(read);
}

function closeUnread(answer: unknown): void {
	const body = responseIn(answer)?.body;
	if (isByteStream(body)) body.destroy();
}
