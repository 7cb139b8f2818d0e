import fc from 'fast-check';
import { joinSegment, type Batch } from '../../../outbound/endpoints/batch';
import { encodedLength, runStarts, splitBatch } from '../../../outbound/registrations/segments';

const ids = fc.array(fc.string({ minLength: 1, unit: 'grapheme' }), {
	minLength: 1,
	maxLength: 20,
});

describe('joinSegment', () => {
	it('encodes each id alone and leaves the commas between them', () => {
		expect(joinSegment(['dc-1', 'a/b', 'c,d', 'é'])).toBe('dc-1,a%2Fb,c%2Cd,%C3%A9');
	});

	it('can be read back into the very ids', () => {
		fc.assert(
			fc.property(ids, (list) => {
				expect(joinSegment(list).split(',').map(decodeURIComponent)).toEqual(list);
			}),
		);
	});
});

describe('encodedLength', () => {
	it('counts what stands in the address', () => {
		expect(['dc-1', 'é', 'a/b'].map(encodedLength)).toEqual([4, 6, 5]);
	});
});

describe('runStarts', () => {
	it('counts the comma: two of 127 fit into 255, two of 128 do not', () => {
		expect(runStarts([127, 127], 255)).toEqual([0]);
		expect(runStarts([127, 128], 255)).toEqual([0, 1]);
	});

	it('starts a new run only where the next id would not have fitted', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: 1, max: 50 })),
				fc.integer({ min: 1, max: 99 }),
				(lengths, limit) => {
					const starts = runStarts(lengths, limit);
					starts.forEach((start, run) => {
						const end = starts[run + 1] ?? lengths.length;
						const size = (to: number) =>
							lengths.slice(start, to).reduce((sum, length) => sum + length + 1, -1);
						expect(end === start + 1 || size(end) <= limit).toBe(true);
						expect(end === lengths.length || size(end + 1) > limit).toBe(true);
					});
				},
			),
		);
	});
});

describe('splitBatch', () => {
	it('cannot split a single pair', () => {
		expect(splitBatch({ recipientIds: ['a'], providerIds: ['1'] })).toBeNull();
	});

	it('halves the longer segment', () => {
		expect(splitBatch({ recipientIds: ['aaaa', 'bbbb'], providerIds: ['1', '2', '3'] })).toEqual([
			{ recipientIds: ['aaaa'], providerIds: ['1', '2', '3'] },
			{ recipientIds: ['bbbb'], providerIds: ['1', '2', '3'] },
		]);
		expect(splitBatch({ recipientIds: ['a'], providerIds: ['1', '2', '3'] })).toEqual([
			{ recipientIds: ['a'], providerIds: ['1', '2'] },
			{ recipientIds: ['a'], providerIds: ['3'] },
		]);
	});

	it('halves the recipients where both are as long', () => {
		expect(splitBatch({ recipientIds: ['a', 'b'], providerIds: ['1', '2'] })).toEqual([
			{ recipientIds: ['a'], providerIds: ['1', '2'] },
			{ recipientIds: ['b'], providerIds: ['1', '2'] },
		]);
		expect(splitBatch({ recipientIds: ['a', 'b'], providerIds: ['11', '2'] })).toEqual([
			{ recipientIds: ['a', 'b'], providerIds: ['11'] },
			{ recipientIds: ['a', 'b'], providerIds: ['2'] },
		]);
	});

	it('halves the other one where the longer holds a single id', () => {
		expect(splitBatch({ recipientIds: ['a-long-one'], providerIds: ['1', '2'] })).toEqual([
			{ recipientIds: ['a-long-one'], providerIds: ['1'] },
			{ recipientIds: ['a-long-one'], providerIds: ['2'] },
		]);
		expect(splitBatch({ recipientIds: ['a', 'b'], providerIds: ['a-long-one'] })).toHaveLength(2);
	});

	it('keeps every pair, once, down to single pairs', () => {
		const pairsOf = (batch: Batch): string[] => {
			const parts = splitBatch(batch);
			if (parts) return parts.flatMap(pairsOf);
			return [`${batch.recipientIds.join()} ${batch.providerIds.join()}`];
		};
		fc.assert(
			fc.property(
				fc.uniqueArray(fc.nat(), { minLength: 1, maxLength: 9 }),
				fc.uniqueArray(fc.nat(), { minLength: 1, maxLength: 9 }),
				(left, right) => {
					const found = pairsOf({ recipientIds: left.map(String), providerIds: right.map(String) });
					expect(found.sort()).toEqual(left.flatMap((a) => right.map((b) => `${a} ${b}`)).sort());
				},
			),
		);
	});
});
