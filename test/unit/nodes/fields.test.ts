import { choice, choices } from '../../../nodes/shared/fields/choice';
import { options } from '../../../nodes/shared/fields/collection';
import { requestsAtOnce } from '../../../nodes/shared/fields/common';
import type { Field } from '../../../nodes/shared/fields/field';
import type { ItemInput } from '../../../nodes/shared/input/itemInput';
import { itemField } from '../../../nodes/shared/fields/itemField';
import { limit } from '../../../nodes/shared/fields/limit';
import { number } from '../../../nodes/shared/fields/number';
import { text } from '../../../nodes/shared/fields/text';
import { toggle } from '../../../nodes/shared/fields/toggle';
import { idSet, idSetOrAll } from '../../../nodes/shared/pickers/idSet';
import { oneId } from '../../../nodes/shared/pickers/oneId';
import { itemWith, twoItems } from './item';

const valueOf = <T>(field: Field<T>, parameters: Record<string, unknown>, json = {}) => {
	const read = field.read(itemWith(parameters, json));
	return read.kind === 'done' ? read.value : read.failure.title;
};

describe('number', () => {
	const size = number({
		name: 'n',
		label: 'Longest ID List',
		description: 'How long',
		min: 30,
		max: 4000,
		default: 1500,
	});

	it.each([
		[30, 30],
		[4000, 4000],
		['255', 255],
		[' 255 ', 255],
	])('takes %p', (given, value) => {
		expect(valueOf(size, { n: given })).toBe(value);
	});

	it.each([0, 29, 4001, 30.5, NaN, Infinity, -Infinity, '', ' ', 'many', null, true, [255], {}])(
		'refuses %p, and names its label and both bounds',
		(given) => {
			expect(valueOf(size, { n: given })).toBe(
				"'Longest ID List' cannot be used: it is not a whole number from 30 to 4000",
			);
		},
	);

	it('is its default where the editor hides it', () => {
		expect(valueOf(size, {})).toBe(1500);
	});

	it('gives the editor no bounds that would change a number silently, but names them', () => {
		expect(size.properties[0]).not.toHaveProperty('typeOptions');
		expect(size.properties[0]?.description).toBe('How long. From 30 to 4000.');
	});
});

describe('limit', () => {
	it('is no limit with Return All, whatever Limit holds', () => {
		expect(valueOf(limit(false), { returnAll: true, limit: 'x' })).toBeUndefined();
	});

	it.each([0, -1, '', 'x', Infinity])('refuses %p without Return All', (given) => {
		expect(valueOf(limit(false), { limit: given })).toMatch(/^'Limit' cannot be used/);
	});
});

describe('toggle', () => {
	const field = toggle({ name: 't', label: 'Simplify', description: 'Whether', default: true });

	it.each([
		[true, true],
		['true', true],
		[false, false],
		['false', false],
	])('takes %p', (given, value) => {
		expect(valueOf(field, { t: given })).toBe(value);
	});

	it.each(['', 'yes', 1, 0, null])('refuses %p', (given) => {
		expect(valueOf(field, { t: given })).toMatch(/'Simplify' .* neither true nor false/);
	});
});

describe('choice and choices', () => {
	const shades = [
		{ name: 'Red', value: 'red' },
		{ name: 'Blue', value: 'blue' },
	] as const;
	const one = choice({ name: 'c', label: 'Colour', options: shades, default: 'red' });
	const some = choices({ name: 'c', label: 'Colours', options: shades, default: ['red'] });

	it('take what the editor offers', () => {
		expect(valueOf(one, { c: 'blue' })).toBe('blue');
		expect(valueOf(some, { c: ['blue', 'red'] })).toEqual(['red', 'blue']);
		expect(valueOf(some, { c: 'blue, red' })).toEqual(['red', 'blue']);
		expect(valueOf(some, { c: [] })).toEqual([]);
		expect(valueOf(some, {})).toEqual(['red']);
	});

	it.each(['green', 'Red', '', undefined, null, 3])('refuse %p by name', (given) => {
		expect(valueOf(one, { c: given })).toMatch(/'Colour' .* not one of its values/);
	});

	it('refuse one wrong value among others', () => {
		expect(valueOf(some, { c: ['red', 'green'] })).toMatch(/'Colours' .*"green" is not one/);
		expect(valueOf(some, { c: { a: 1 } })).toMatch(/'Colours'/);
	});
});

describe('text', () => {
	const field = text({
		name: 't',
		label: 'Reference',
		description: 'A name',
		required: true,
		maxLength: 5,
	});

	it('trims, and takes a number for its digits', () => {
		expect(valueOf(field, { t: ' ab ' })).toBe('ab');
		expect(valueOf(field, { t: 12 })).toBe('12');
	});

	it.each([
		['', /it is empty/],
		['  ', /it is empty/],
		[undefined, /it is empty/],
		['abcdef', /6 characters long/],
		[{}, /not a text/],
		[['a'], /not a text/],
		[true, /not a text/],
		[NaN, /not a text/],
	])('refuses %p', (given, words) => {
		expect(valueOf(field, { t: given })).toMatch(words);
	});
});

describe('collection', () => {
	const field = options({ requestsAtOnce });

	it('gives nothing for what was not added, whatever its default', () => {
		expect(valueOf(field, {})).toEqual({});
		expect(valueOf(field, { options: {} })).toEqual({});
	});

	it('looks at nothing but itself where nothing was added, since every item is read', () => {
		const asked: string[] = [];
		const item = itemWith({ options: {} });
		const seen: ItemInput = {
			...item,
			value(name, fallback) {
				asked.push(name);
				return item.value(name, fallback);
			},
		};
		expect(field.read(seen)).toEqual({ kind: 'done', value: {} });
		expect(asked).toEqual(['options']);
	});

	it('reads what was added with its own check', () => {
		expect(valueOf(field, { options: { requestsAtOnce: '2' } })).toEqual({ requestsAtOnce: 2 });
		for (const wrong of [Infinity, 0, 1001, '', 'x']) {
			expect(valueOf(field, { options: { requestsAtOnce: wrong } })).toMatch(
				/^'Requests at Once' .* from 1 to 1000/,
			);
		}
	});

	it('refuses what is no object', () => {
		expect(valueOf(field, { options: 'x' })).toMatch(/^'Options'/);
		expect(valueOf(field, { options: [1] })).toMatch(/^'Options'/);
	});

	it("takes what holds for the whole run from the first item's", () => {
		const [, second] = twoItems(
			{ options: { requestsAtOnce: 3 } },
			{ options: { requestsAtOnce: 9 } },
		);
		expect(field.read(second)).toEqual({ kind: 'done', value: { requestsAtOnce: 3 } });
	});
});

describe('IDs', () => {
	const some = idSet({ of: 'provider', list: undefined });
	const all = idSetOrAll({ of: 'account', list: undefined });
	const one = oneId({ name: 'p', of: 'provider', list: undefined, description: 'Which' });

	it('come from a text, a list, a field or the choice of all', () => {
		expect(valueOf(some, { providersFrom: 'ids', providerIds: '1000, 2000' })).toEqual([
			'1000',
			'2000',
		]);
		expect(valueOf(some, { providersFrom: 'list', providers: [1000] })).toBe(
			'\'Providers\' cannot be used: "list" is not one of its values',
		);
		expect(
			valueOf(some, { providersFrom: 'field', providerField: 'a.b' }, { a: { b: [1000] } }),
		).toEqual(['1000']);
		expect(valueOf(all, {})).toBe('all');
		expect(valueOf(one, { p: { __rl: true, mode: 'field', value: 'bank' } }, { bank: 7 })).toBe(
			'7',
		);
		expect(valueOf(one, { p: '7' })).toBe('7');
	});

	it('are offered from a list only where there is one', () => {
		const [from] = some.properties;
		expect(JSON.stringify(from)).not.toContain('From List');
		expect(JSON.stringify(one.properties)).not.toContain('From List');
		expect(one.properties[0]?.default).toEqual({ mode: 'id', value: '' });
	});

	it('refuse a choice that does not exist, and a field that is not there', () => {
		expect(valueOf(some, { providersFrom: 'everything' })).toMatch(/^'Providers'/);
		expect(valueOf(all, { accountsFrom: 'field' }, { id: 1 })).toMatch(
			/^'Account Field' .*nothing in its field "accountId"/,
		);
	});
});

describe('a field of the item', () => {
	const field = itemField({ name: 'f', label: 'F', default: 'a', description: 'Where' });

	it('is found by its whole name first, then along its dots', () => {
		expect(valueOf(field, { f: 'a.b' }, { 'a.b': 1, a: { b: 2 } })).toBe(1);
		expect(valueOf(field, { f: 'a.b' }, { a: { b: 2 } })).toBe(2);
	});

	it.each([
		['bcdefghij', 'b, c, d, e, f, g, h, i and 1 more.'],
		['bcdefghi', 'b, c, d, e, f, g, h, i.'],
		['', 'none.'],
	])(
		'that is not there is told with what to do, and with all that there is (%p)',
		(names, told) => {
			const json = Object.fromEntries([...names].map((name) => [name, 1]));
			const read = field.read(itemWith({ f: 'a' }, json));
			expect(read).toMatchObject({
				failure: { remedy: `Name one that the item has. The item has the fields: ${told}` },
			});
		},
	);

	it('does not reach what objects inherit', () => {
		expect(valueOf(field, { f: 'constructor' }, {})).toMatch(/nothing in its field "constructor"/);
		expect(valueOf(field, { f: 'a.constructor' }, { a: {} })).toMatch(/nothing in its field/);
	});
});
