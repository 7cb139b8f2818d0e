import fc from 'fast-check';
import {
	numberId,
	record,
	records,
	status,
	text,
	textId,
	texts,
	UNKNOWN,
} from '../../../outbound/model/reading';

const ODD = [null, {}, [], true, ['a', 1], [{}], Number.NaN];

describe('reading a field of an answer', () => {
	it.each([
		['x', 'x'],
		['', ''],
		[undefined, undefined],
		[null, null],
		[7, '7'],
		[0, '0'],
		[false, 'false'],
		[['a', 'b'], 'a b'],
		[[], ''],
		[['a', 1], null],
		[{ a: 1 }, null],
	])('takes %j as the text %j', (value, wanted) => expect(text(value)).toBe(wanted));

	it.each([
		['ab', 'ab'],
		[12, '12'],
		['  ', UNKNOWN],
		['', UNKNOWN],
		[null, UNKNOWN],
		[{}, UNKNOWN],
		[true, UNKNOWN],
	])('takes %j as the ID %j, flagged where there is none', (value, wanted) => {
		expect(textId(value)).toBe(wanted);
		expect(UNKNOWN).toBe('UNKNOWN');
	});

	it('leaves the ID of a provider a number, and takes text where it comes so', () => {
		expect([1000, '1000', null].map(numberId)).toEqual([1000, '1000', UNKNOWN]);
	});

	it.each([
		['ACTIVE', 'ACTIVE'],
		['SUSPENDED', 'SUSPENDED'],
		[' ', UNKNOWN],
		[null, UNKNOWN],
		[1, UNKNOWN],
		[undefined, UNKNOWN],
	])('takes %j as the status %j, also one that is not in the list', (value, wanted) =>
		expect(status(['ACTIVE'], value)).toBe(wanted),
	);

	it.each([
		[
			['a', 'b'],
			['a', 'b'],
		],
		['a', ['a']],
		[
			['a', null, 3],
			['a', UNKNOWN, '3'],
		],
		[{}, [UNKNOWN]],
		[null, null],
		[undefined, undefined],
	])('takes %j as the texts %j', (value, wanted) => expect(texts(value)).toEqual(wanted));

	const name = (row: Readonly<Record<string, unknown>>) => row.name ?? 'none';

	it('takes a record as it is, and says null where something else stands', () => {
		expect(record({ name: 'n' }, name)).toBe('n');
		expect(record(undefined, name)).toBeUndefined();
		expect([null, 'n', ['n'], 3].map((one) => record(one, name))).toEqual([null, null, null, null]);
	});

	it('keeps the places of records that cannot be read', () => {
		expect(records([{ name: 'a' }, null, 'x', { name: 'b' }], name)).toEqual([
			'a',
			'none',
			'none',
			'b',
		]);
		expect(records({ name: 'single' }, name)).toEqual(['single']);
		expect([records(null, name), records(undefined, name)]).toEqual([null, undefined]);
	});

	it('never fails, whatever Flinks sends', () => {
		fc.assert(
			fc.property(fc.anything(), (value) => {
				expect(textId(value)).not.toBe('');
				for (const read of [text, texts, (one: unknown) => records(one, name)])
					expect(() => read(value)).not.toThrow();
			}),
		);
		for (const value of ODD) expect(status([], value)).toBe(UNKNOWN);
	});
});
