import { partitioningWithBlocks } from '../../../outbound/registrations/blocks';
import type { Pair } from '../../../outbound/registrations/pairs';
import { inOneGo, planRequests } from '../../support/inOneGo';
import { grid, requested } from './grids';

describe('planRequests for many pairs', () => {
	const SHAPES: ReadonlyArray<readonly [string, (scale: number) => Pair[]]> = [
		['a full grid', (scale) => grid(20 * scale, 50 * scale)],
		[
			'half of a grid, at random',
			(scale) =>
				grid(40 * scale, 50 * scale, (r, c) => (r * 7919 + c * 104729 + r * c * 31) % 97 < 48),
		],
		['a triangle', (scale) => grid(45 * scale, 45 * scale, (r, c) => c <= r)],
		['one provider', (scale) => grid(1000 * scale * scale, 1)],
		['one recipient', (scale) => grid(1, 1000 * scale * scale)],
		['a long chain', (scale) => chain(1000 * scale * scale)],
		['no two alike', (scale) => chain(2000 * scale * scale).filter((_, at) => at % 2 === 0)],
	];

	it.each(SHAPES)('plans 100,000 pairs, each once: %s', (_name, make) => {
		const pairs = make(10);
		expect(requested(planRequests(pairs))).toHaveLength(pairs.length);
	});

	it.each(SHAPES)('weighs no more ids per pair, however many there are: %s', (_name, make) => {
		const idsPerPair = (pairs: Pair[]) => {
			const rows = [...new Set(pairs.map(({ recipientId }) => recipientId))];
			const columns = new Map<string, number>();
			const cells = new Map<string, number[]>(rows.map((row) => [row, []]));
			for (const { recipientId, providerId } of pairs) {
				const column = columns.get(providerId) ?? columns.size;
				columns.set(providerId, column);
				cells.get(recipientId)?.push(column);
			}
			let ids = 0;
			inOneGo(
				partitioningWithBlocks([...cells.values()], columns.size, (rectangle) => {
					ids += rectangle.rows.length + rectangle.columns.length;
					return 1;
				}),
			);
			return ids / pairs.length;
		};
		// Where grids grow, their rows and columns grow slower than their pairs: so no more, often less.
		expect(idsPerPair(make(8))).toBeLessThanOrEqual(idsPerPair(make(4)) * 1.01);
	});
});

function chain(length: number): Pair[] {
	return Array.from({ length }, (_, step) => ({
		recipientId: `dc-${step >> 1}`,
		providerId: String((step + 1) >> 1),
	}));
}
