import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';

/** One AES block is 16 bytes, as is a UUID: four for the position, twelve to recognise the list. */
const KEY = createHash('sha256').update('sandbox cursors').digest().subarray(0, 16);

function mark(list: string): Buffer {
	return createHash('sha256').update(list).digest().subarray(0, 12);
}

/** An opaque cursor that looks like a UUID and is only good for the same list. */
export function sealCursor(list: string, position: number): string {
	const block = Buffer.concat([Buffer.alloc(4), mark(list)]);
	block.writeUInt32BE(position);
	const cipher = createCipheriv('aes-128-ecb', KEY, null).setAutoPadding(false);
	const hex = Buffer.concat([cipher.update(block), cipher.final()]).toString('hex');
	return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** The position within the list; `undefined` for a cursor of another list, or none of ours. */
export function openCursor(list: string, cursor: string): number | undefined {
	const hex = cursor.replaceAll('-', '');
	if (!/^[0-9a-f]{32}$/.test(hex)) return undefined;
	const decipher = createDecipheriv('aes-128-ecb', KEY, null).setAutoPadding(false);
	const block = Buffer.concat([decipher.update(Buffer.from(hex, 'hex')), decipher.final()]);
	return block.subarray(4).equals(mark(list)) ? block.readUInt32BE() : undefined;
}
