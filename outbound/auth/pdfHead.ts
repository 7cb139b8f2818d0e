/** Readers of PDF files look for the mark in so many bytes. */
const FIRST_BYTES = 1_024;
const MARK = '%PDF-';

/** Watches the bytes of a file go by, as far as its mark may come. */
export interface PdfHead {
	see(chunk: Uint8Array): void;
	/** Undefined as long as more bytes may tell. */
	readonly isPdf: boolean | undefined;
}

export function watchPdfHead(): PdfHead {
	let seen = Buffer.alloc(0);
	let isPdf: boolean | undefined;
	return {
		see(chunk) {
			if (isPdf !== undefined) return;
			seen = Buffer.concat([seen, chunk.subarray(0, FIRST_BYTES)]);
			if (seen.includes(MARK)) isPdf = true;
			else if (seen.length >= FIRST_BYTES) isPdf = false;
		},
		get isPdf() {
			return isPdf;
		},
	};
}
