import fc from 'fast-check';
import { pairKey, type Pair } from '../../../outbound/registrations/pairs';
import { joinSegment } from '../../../outbound/endpoints/batch';
import { planning } from '../../../outbound/registrations/plan';
import { counted } from '../../support/counted';
import { planRequests } from '../../support/inOneGo';
import { grid, requested } from './grids';
import { runs } from '../../support/runs';

const asked = (pairs: readonly Pair[]): string[] => [
	...new Set(pairs.map(({ recipientId, providerId }) => pairKey(recipientId, providerId))),
];

const anyId = fc.oneof(
	fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }),
	fc.constantFrom('__proto__', 'constructor', '1', '11', 'a,b', 'é', '/'),
);
const anyPairs = fc.oneof(
	fc.array(fc.record({ recipientId: anyId, providerId: anyId }), { maxLength: 60 }),
	fc
		.array(fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), { maxLength: 8 })
		.map((rows) => grid(rows.length, 6, (row, column) => rows[row]?.[column] ?? false)),
);
const anyLimit = fc.integer({ min: 1, max: 300 });

describe('planRequests', () => {
	it('requests exactly the asked pairs, each once', () => {
		fc.assert(
			fc.property(anyPairs, anyLimit, (pairs, maxSegmentLength) => {
				const keys = requested(planRequests(pairs, { maxSegmentLength }));
				expect(keys).toHaveLength(new Set(keys).size);
				expect(keys.sort()).toEqual(asked(pairs).sort());
			}),
			runs(300),
		);
	});

	it('keeps every segment within its length, save one id that is longer itself', () => {
		fc.assert(
			fc.property(anyPairs, anyLimit, (pairs, maxSegmentLength) => {
				for (const batch of planRequests(pairs, { maxSegmentLength })) {
					for (const ids of [batch.recipientIds, batch.providerIds]) {
						expect(ids.length).toBeGreaterThan(0);
						expect(ids.length === 1 || joinSegment(ids).length <= maxSegmentLength).toBe(true);
					}
				}
			}),
			runs(300),
		);
	});

	it('never needs more requests than one per recipient or one per provider', () => {
		fc.assert(
			fc.property(anyPairs, (pairs) => {
				const limit = { maxSegmentLength: 1e6 };
				const recipients = new Set(pairs.map(({ recipientId }) => recipientId)).size;
				const providers = new Set(pairs.map(({ providerId }) => providerId)).size;
				expect(planRequests(pairs, limit).length).toBeLessThanOrEqual(
					Math.min(recipients, providers),
				);
			}),
		);
	});

	it('gives the same plan for the same pairs, and when some are asked twice', () => {
		fc.assert(
			fc.property(anyPairs, (pairs) => {
				expect(planRequests([...pairs, ...pairs])).toEqual(planRequests(pairs));
			}),
		);
	});

	it.each<[string, Pair[], number]>([
		['nothing', [], 0],
		['one pair', grid(1, 1), 1],
		['20 recipients x 50 providers', grid(20, 50), 3],
		['20 x 50 but three pairs', grid(20, 50, (r, c) => c !== 7 || r < 17), 4],
		[
			'20 x 50 but one pair in each of five recipients',
			grid(20, 50, (r, c) => r >= 5 || c !== r),
			7,
		],
		[
			'two blocks joined by one pair',
			grid(16, 40, (r, c) => r < 8 === c < 20 || (r === 0 && c === 30)),
			3,
		],
		['a full row and a full column', grid(9, 40, (r, c) => r === 3 || c === 5), 2],
		['two crossing bars, each three wide', grid(30, 30, (r, c) => r < 3 || c < 3), 5],
		['no two alike', grid(12, 12, (r, c) => r === c), 12],
	])('covers %s in %#', (_name, pairs, posts) => {
		const batches = planRequests(pairs);
		expect(requested(batches).sort()).toEqual(asked(pairs).sort());
		expect(batches).toHaveLength(posts);
	});

	it.each([NaN, Infinity, -Infinity, 0, -5])('takes no %p for a length', (maxSegmentLength) => {
		const pairs = grid(20, 50);
		expect(planRequests(pairs, { maxSegmentLength })).toEqual(planRequests(pairs));
	});

	it('takes out a block that neither rows nor columns alone would show', () => {
		const rows = ['0100', '1010', '1110', '0011'];
		const pairs = grid(4, 4, (row, column) => rows[row]?.[column] === '1');
		expect(planRequests(pairs)).toHaveLength(3);
	});

	it('lists batches, and the ids in them, in order of first appearance', () => {
		fc.assert(
			fc.property(anyPairs, (pairs) => {
				const recipients = [...new Set(pairs.map(({ recipientId }) => recipientId))];
				const providers = [...new Set(pairs.map(({ providerId }) => providerId))];
				const keys = planRequests(pairs, { maxSegmentLength: 1e6 }).map((batch) => {
					const rows = batch.recipientIds.map((id) => recipients.indexOf(id));
					const columns = batch.providerIds.map((id) => providers.indexOf(id));
					expect(rows).toEqual([...rows].sort((a, b) => a - b));
					expect(columns).toEqual([...columns].sort((a, b) => a - b));
					return (rows[0] ?? 0) * 1e6 + (columns[0] ?? 0);
				});
				expect(keys).toEqual([...keys].sort((a, b) => a - b));
			}),
		);
	});

	it('begins with what was asked for first, be it a row or a column of the grid', () => {
		const pairs = grid(9, 40, (row, column) => row === 3 || column === 5);
		const [first, second, ...more] = planRequests(pairs);
		expect(first).toMatchObject({ recipientIds: { length: 8 }, providerIds: ['1005'] });
		expect(second).toMatchObject({ recipientIds: { length: 1 }, providerIds: { length: 40 } });
		expect(more).toEqual([]);
	});

	it('keeps the order of an example', () => {
		const pair = (recipientId: string, providerId: string) => ({ recipientId, providerId });
		expect(planRequests([pair('z', '9'), pair('a', '1'), pair('z', '2'), pair('b', '1')])).toEqual([
			{ recipientIds: ['z'], providerIds: ['9', '2'] },
			{ recipientIds: ['a', 'b'], providerIds: ['1'] },
		]);
	});

	it('lets n8n have its turns: hundreds of pairs without order are the longest to plan', () => {
		const pairs = grid(
			40,
			40,
			(row, column) => (row * row * 31 + column * column * 17 + row * column) % 13 < 4,
		);
		const whole = counted(planning(pairs));
		expect(whole.result).toEqual(planRequests(pairs));
		expect(whole.turns).toBeGreaterThan(100);
	});
});
