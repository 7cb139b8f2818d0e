/** A text in UTF-8 that comes in pieces, which may end within a character. */
export interface Utf8Pieces {
	add(piece: Uint8Array): void;
	/** What all pieces together are; bytes that are no UTF-8 become U+FFFD, as in `Buffer.toString`. */
	text(): string;
}

/** Each piece is decoded as it comes, so that a large answer is never there as bytes and as text. */
export function utf8Pieces(): Utf8Pieces {
	let text = '';
	let open = NONE;
	return {
		add(piece) {
			const bytes = open.length === 0 ? asBuffer(piece) : Buffer.concat([open, piece]);
			const end = bytes.length - openAtEnd(bytes);
			text += bytes.toString('utf8', 0, end);
			open = end === bytes.length ? NONE : Buffer.from(bytes.subarray(end));
		},
		text: () => text + open.toString('utf8'),
	};
}

const NONE = Buffer.alloc(0);

function asBuffer(piece: Uint8Array): Buffer {
	if (Buffer.isBuffer(piece)) return piece;
	return Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
}

/** How many bytes at the end begin a character that goes on in the next piece: 3 at most. */
function openAtEnd(bytes: Buffer): number {
	for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
		const byte = bytes[bytes.length - back] ?? 0;
		if (byte < 0x80) return 0;
		// 0xC0 and above begin a character of two bytes, 0xE0 of three, 0xF0 of four.
		if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
	}
	return 0;
}
