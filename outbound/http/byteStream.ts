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

export interface ReadBytes {
	readonly bytes: Buffer;
	/** False where the body went on beyond the most that is read. */
	readonly isWhole: boolean;
}

/**
 * Reads up to `most` bytes, counted after decompression, and closes the stream.
 * @throws whatever breaks the stream
 */
export async function readUpTo(stream: ByteStream, most: number): Promise<ReadBytes> {
	const chunks: Uint8Array[] = [];
	let left = most;
	for await (const chunk of stream) {
		const bytes = chunk instanceof Uint8Array ? chunk : Buffer.from(String(chunk));
		if (bytes.length > left) {
			chunks.push(bytes.subarray(0, left));
			stream.destroy();
			return { bytes: Buffer.concat(chunks), isWhole: false };
		}
		left -= bytes.length;
		chunks.push(bytes);
	}
	return { bytes: joined(chunks), isWhole: true };
}

/** Most answers come in one piece, which needs no copy. */
function joined(chunks: readonly Uint8Array[]): Buffer {
	const [first] = chunks;
	return chunks.length === 1 && Buffer.isBuffer(first) ? first : Buffer.concat(chunks);
}
