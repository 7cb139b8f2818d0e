import { Readable } from 'node:stream';

import { isByteStream, readUpTo } from '../../../outbound/http/byteStream';

const read = async (chunks: ReadonlyArray<Uint8Array | string>, most: number) => {
	const stream = Readable.from(chunks);
	const { text, isWhole } = await readUpTo(stream, most);
	return { text, isWhole, destroyed: stream.destroyed };
};

it.each([
	[['ab', 'cd'], 4, 'abcd', true],
	[['ab', 'cd'], 3, 'abc', false],
	[['ab', 'cd'], 2, 'ab', false],
	[[Buffer.from('ab'), 'c'], 9, 'abc', true],
	[[], 0, '', true],
	[['a'], 0, '', false],
])('of %j at most %i bytes are read: %j', async (chunks, most, text, isWhole) => {
	await expect(read(chunks, most)).resolves.toEqual({ text, isWhole, destroyed: true });
});

it('a stream can be read piece by piece and closed', () => {
	expect(isByteStream(Readable.from([]))).toBe(true);
	const iterable = { [Symbol.asyncIterator]: () => ({}) };
	for (const other of [
		null,
		undefined,
		'text',
		Buffer.from('x'),
		{},
		iterable,
		{ ...iterable, destroy: true },
		{ destroy() {} },
	])
		expect(isByteStream(other)).toBe(false);
});

it('a line that breaks is no end', async () => {
	const broken = Readable.from(
		(async function* () {
			yield await Promise.resolve('a');
			throw new Error('reset');
		})(),
	);
	await expect(readUpTo(broken, 100)).rejects.toThrow('reset');
});
