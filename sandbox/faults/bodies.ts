import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { createGzip } from 'node:zlib';

import type { Fault, Replacement } from './fault';

export interface Sent {
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string | Readable;
}

/** Headers and body of a replacement. */
export function bodyOfReplacement({ headers, body, unpacksTo }: Replacement): Sent {
	if (unpacksTo !== undefined) {
		const type = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
		return { headers: { ...type, ...headers }, body: bomb(unpacksTo) };
	}
	if (body === undefined) return { headers, body: '' };
	if (typeof body !== 'string') {
		return {
			headers: { 'content-type': 'application/json', ...headers },
			body: JSON.stringify(body),
		};
	}
	const type = body.startsWith('<') ? 'text/html' : 'text/plain';
	return { headers: { 'content-type': `${type}; charset=utf-8`, ...headers }, body };
}

/** One JSON text of about `bytes`, compressed on the way: a thousandth of that is sent. */
function bomb(bytes: number): Readable {
	const piece = ' '.repeat(64 * 1024);
	function* text(): Generator<string> {
		yield '{"message":"';
		for (let left = bytes; left > 0; left -= piece.length) yield piece.slice(0, left);
		yield '"}';
	}
	return Readable.from(text(), { objectMode: false }).pipe(createGzip());
}

/** The same body in small pieces. */
export function dripping(body: unknown, drip: NonNullable<Fault['drip']>): Readable {
	async function* pieces(): AsyncGenerator<Buffer> {
		let sent = 0;
		for await (const chunk of body instanceof Readable ? body : [body]) {
			const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk ?? ''));
			for (let at = 0; at < bytes.length; at += drip.bytes) {
				await wait(drip.everyMs, undefined, { ref: false });
				if (sent >= (drip.breaksOffAfter ?? Infinity)) throw new Error('Broken off on purpose');
				sent += drip.bytes;
				yield bytes.subarray(at, at + drip.bytes);
			}
		}
	}
	return Readable.from(pieces(), { objectMode: false });
}
