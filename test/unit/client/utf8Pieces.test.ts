import fc from 'fast-check';

import { utf8Pieces } from '../../../outbound/http/utf8Pieces';
import { runs } from '../../support/runs';

const TEXTS = ['\uFEFF{"a":1}', 'Crédit', '€uro', '😀 😀', '\u0000', ''];
/** Characters that are cut, too long, alone, or no Unicode. */
const BROKEN = [
	'c3',
	'e282',
	'f09f98',
	'80',
	'8080808080',
	'c080',
	'eda080',
	'f4908080',
	'ff',
	'e2c3',
];

function read(pieces: readonly Uint8Array[]): string {
	const read = utf8Pieces();
	for (const piece of pieces) read.add(piece);
	return read.text();
}

function cut(bytes: Buffer, places: readonly number[]): Buffer[] {
	const at = [0, ...places.map((place) => place % (bytes.length + 1)), bytes.length];
	at.sort((a, b) => a - b);
	return at.slice(1).map((end, nth) => bytes.subarray(at[nth], end));
}

it('a text is the same wherever its pieces end', () => {
	const part = fc.oneof(
		fc.constantFrom(...TEXTS).map((text) => Buffer.from(text)),
		fc.constantFrom(...BROKEN).map((hex) => Buffer.from(hex, 'hex')),
		fc.uint8Array({ maxLength: 6 }).map((bytes) => Buffer.from(bytes)),
	);
	fc.assert(
		fc.property(fc.array(part), fc.array(fc.nat()), (parts, places) => {
			const bytes = Buffer.concat(parts);
			expect(read(cut(bytes, places))).toBe(bytes.toString('utf8'));
			expect(read([...bytes].map((byte) => Buffer.of(byte)))).toBe(bytes.toString('utf8'));
		}),
		runs(2000),
	);
});

it('a piece may be any kind of bytes, also a part of others', () => {
	const bytes = new Uint8Array(Buffer.from('xCréditx')).subarray(1, 8);
	expect(read([bytes.subarray(0, 3), bytes.subarray(3)])).toBe('Crédit');
});

it('what is read so far keeps no piece', () => {
	const piece = Buffer.from([0x61, 0xc3]);
	const pieces = utf8Pieces();
	pieces.add(piece);
	piece.fill(0);
	pieces.add(Buffer.from([0xa9]));
	expect(pieces.text()).toBe('aé');
});
