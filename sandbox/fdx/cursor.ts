import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';

/** One AES block is 16 bytes, as is a UUID: four for the position, four for the step, eight for the list. */
const KEY = createHash('sha256').update('sandbox cursors').digest().subarray(0, 16);

/** Where a list goes on. */
export interface Place {
	/** Rows before it. */
	readonly position: number;
	/** Tells pages apart that begin at the same row: empty pages, and those after the last row. */
	readonly step: number;
}

function mark(list: string): Buffer {
	return createHash('sha256').update(list).digest().subarray(0, 8);
}

/** An opaque cursor that looks like a UUID and is only good for the same list. */
export function sealCursor(list: string, { position, step }: Place): string {
	const block = Buffer.concat([Buffer.alloc(8), mark(list)]);
	block.writeUInt32BE(position);
	block.writeUInt32BE(step, 4);
	const cipher = createCipheriv('aes-128-ecb', KEY, null).setAutoPadding(false);
	const hex = Buffer.concat([cipher.update(block), cipher.final()]).toString('hex');
	return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** The place in the list; `undefined` for a cursor of another list, or none of ours. */
export function openCursor(list: string, cursor: string): Place | undefined {
	const hex = cursor.replaceAll('-', '');
	if (!/^[0-9a-f]{32}$/.test(hex)) return undefined;
	const decipher = createDecipheriv('aes-128-ecb', KEY, null).setAutoPadding(false);
	const block = Buffer.concat([decipher.update(Buffer.from(hex, 'hex')), decipher.final()]);
	if (!block.subarray(8).equals(mark(list))) return undefined;
	return { position: block.readUInt32BE(), step: block.readUInt32BE(4) };
}
