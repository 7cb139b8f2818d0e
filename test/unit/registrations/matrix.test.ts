import {
	compress,
	expand,
	groupAlike,
	transpose,
	without,
} from '../../../outbound/registrations/matrix';

describe('lists of positions', () => {
	it('that are alike make one group, in order of appearance; empty ones none', () => {
		expect(groupAlike([[1, 2], [], [3], [1, 2], [12], []])).toEqual([[0, 3], [2], [4]]);
		expect(groupAlike([])).toEqual([]);
	});

	it('can be turned: for each column its rows', () => {
		expect(transpose([[0, 2], [], [2]], 4)).toEqual([[0], [], [0, 2], []]);
		// A column beyond the width is nobody's.
		expect(transpose([[0, 5]], 1)).toEqual([[0]]);
	});
});

describe('compressed cells', () => {
	const cells = [[0, 1, 3], [2], [0, 1, 3], []];

	it('are one row and one column for all that are alike', () => {
		expect(compress(cells, 5)).toEqual({
			rows: [[0, 2], [1]],
			columns: [[0, 1, 3], [2]],
			cells: [[0], [1]],
		});
	});

	it('stand for what they were made of, ascending', () => {
		const { columns } = compress(cells, 5);
		expect(expand(columns, [0])).toEqual([0, 1, 3]);
		expect(expand(columns, [0, 1])).toEqual([0, 1, 2, 3]);
		expect(expand(columns, [])).toEqual([]);
		expect(expand(columns, [7])).toEqual([]);
		expect(expand(columns, [1, 7])).toEqual([2]);
	});
});

describe('cells without a rectangle', () => {
	it('keep what is in its rows or in its columns only', () => {
		const cells = [[0, 1, 2], [0, 1], [1]];
		expect(without(cells, { rows: [0, 1], columns: [1, 2] })).toEqual([[0], [0], [1]]);
	});
});
