/** Reads bytes one after the other. Past the end everything is zero or empty, and `isOverrun` says so. */
export interface BytesReader {
	/** A number without sign, the highest byte first. */
	number(size: number): number;
	base64url(size: number): string;
	/** A text with its length in the byte before it. */
	text(): string;
	isOverrun(): boolean;
	isAtEnd(): boolean;
}

export function bytesReader(bytes: Buffer): BytesReader {
	let at = 0;
	const take = (size: number) => bytes.subarray(at, (at += size));
	const number = (size: number) => take(size).reduce((sum, byte) => sum * 256 + byte, 0);
	return {
		number,
		base64url: (size) => take(size).toString('base64url'),
		text: () => take(number(1)).toString(),
		isOverrun: () => at > bytes.length,
		isAtEnd: () => at === bytes.length,
	};
}
