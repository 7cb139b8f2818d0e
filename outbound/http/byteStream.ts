import { utf8Pieces } from './utf8Pieces';

/** A body that n8n hands over unread, as far as it is used here. */
export interface ByteStream extends AsyncIterable<unknown> {
	destroy(error?: Error): unknown;
}

export function isByteStream(value: unknown): value is ByteStream {
	return (
		typeof value === 'object' &&
		value !== null &&
		Symbol.asyncIterator in value &&
		'destroy' in value &&
		typeof value.destroy === 'function'
	);
}

export interface ReadText {
	readonly text: string;
	/** False where the body went on beyond the most that is read. */
	readonly isWhole: boolean;
}

/**
 * Reads up to `most` bytes of UTF-8, counted after decompression, and closes the stream.
 * @throws whatever breaks the stream
 */
export async function readUpTo(stream: ByteStream, most: number): Promise<ReadText> {
	const pieces = utf8Pieces();
	let left = most;
	for await (const chunk of stream) {
		const bytes = chunk instanceof Uint8Array ? chunk : Buffer.from(String(chunk));
		if (bytes.length > left) {
			pieces.add(bytes.subarray(0, left));
			stream.destroy();
			return { text: pieces.text(), isWhole: false };
		}
		left -= bytes.length;
		pieces.add(bytes);
	}
	return { text: pieces.text(), isWhole: true };
}
