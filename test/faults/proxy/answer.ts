import type { ServerResponse } from 'node:http';

import axios from 'axios';

import type { Call } from './call';

export interface Answer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: Buffer;
}

/** Belong to one connection, or are written anew for the body as it leaves. */
const HOP_BY_HOP = new Set([
	'connection',
	'content-length',
	'host',
	'keep-alive',
	'transfer-encoding',
]);

/** Lets the sandbox act, and brings its answer whatever the status. */
export async function forward(target: string, call: Call): Promise<Answer> {
	const { status, headers, data } = await axios.request<Buffer>({
		method: call.method,
		url: `${target}${call.url}`,
		headers: withoutHops(call.headers),
		...(call.body === '' ? {} : { data: call.body }),
		transformRequest: (body: unknown) => body,
		responseType: 'arraybuffer',
		validateStatus: () => true,
		maxRedirects: 0,
		proxy: false,
	});
	return { status, headers: withoutHops(headers), body: Buffer.from(data) };
}

/** `announced` is the length the client is told; longer than the body leaves it waiting for the rest. */
export function write(
	response: ServerResponse,
	answer: Answer,
	announced = answer.body.length,
): void {
	const hasBody = answer.status !== 204 && answer.status !== 304;
	response.writeHead(answer.status, {
		...answer.headers,
		...(hasBody ? { 'content-length': String(announced) } : {}),
	});
	if (hasBody) response.write(answer.body);
}

function withoutHops(headers: Readonly<Record<string, unknown>>): Record<string, string> {
	const kept = Object.entries(headers).filter(
		([name, value]) => !HOP_BY_HOP.has(name.toLowerCase()) && value !== undefined,
	);
	return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
}
