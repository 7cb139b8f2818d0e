import { Readable } from 'node:stream';

import type { SandboxFile } from '../store/files';

const PIECE = Buffer.alloc(64 * 1024, 'Padding of a sandbox. ');

/**
 * The same PDF, `size` bytes long: an incremental update appends an object that no page uses (PDF
 * 32000-1, 7.5.6). It is made while it is sent. Too small a size leaves the file as it is.
 */
export function grown(pdf: Buffer, size: number): SandboxFile {
	const parts = update(pdf, size);
	const padding = parts.padding;
	function* bytes(): Generator<Buffer> {
		yield pdf;
		yield parts.head;
		for (let left = padding; left > 0; left -= PIECE.length) yield PIECE.subarray(0, left);
		yield parts.tail;
	}
	return {
		type: 'application/pdf',
		size: pdf.length + parts.head.length + padding + parts.tail.length,
		open: () => Readable.from(bytes(), { objectMode: false }),
	};
}

interface Update {
	readonly head: Buffer;
	/** Bytes between the two. */
	readonly padding: number;
	readonly tail: Buffer;
}

function update(pdf: Buffer, size: number): Update {
	const trailer = pdf.subarray(-1024).toString('latin1');
	const read = (pattern: RegExp): string => {
		const [, value] = pattern.exec(trailer) ?? [];
		if (value === undefined) throw new Error('This is not a PDF with a trailer');
		return value;
	};
	const objects = Number(read(/\/Size (\d+)/));
	const root = read(/\/Root (\d+ \d+ R)/);
	const previous = read(/startxref\s+(\d+)/);
	// Numbers of ten digits, so that what surrounds the padding is as long whatever its length.
	const ten = (number: number): string => String(number).padStart(10, '0');
	const around = (padding: number): Update => {
		const head = `\n${objects} 0 obj\n<< /Length ${ten(padding)} >>\nstream\n`;
		const end = '\nendstream\nendobj\n';
		const table = ten(pdf.length + head.length + padding + end.length);
		const tail = `${end}xref\n${objects} 1\n${ten(pdf.length + 1)} 00000 n \ntrailer\n<< /Size ${objects + 1} /Root ${root} /Prev ${previous} >>\nstartxref\n${table}\n%%EOF\n`;
		return { head: Buffer.from(head), padding, tail: Buffer.from(tail) };
	};
	const { head, tail } = around(0);
	const padding = size - pdf.length - head.length - tail.length;
	if (padding < 0) return { head: Buffer.alloc(0), padding: 0, tail: Buffer.alloc(0) };
	return around(padding);
}
