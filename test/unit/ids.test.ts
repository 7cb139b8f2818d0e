import fc from 'fast-check';
import { checkId, readIds } from '../../outbound/model/ids';
import { runs } from '../support/runs';

describe('readIds', () => {
	it.each([
		['dc-1', ['dc-1']],
		[' dc-1, dc-2\n dc-3\tdc-1 ,,', ['dc-1', 'dc-2', 'dc-3']],
		[
			['dc-1', ' 1000 ', 2000, 1000],
			['dc-1', '1000', '2000'],
		],
		[
			['a,b', ['c', null]],
			['a', 'b', 'c'],
		],
		[1000, ['1000']],
		[12345678901234567890n, ['12345678901234567890']],
		['12345678901234567890', ['12345678901234567890']],
		[undefined, []],
		[null, []],
		[' , ', []],
		[[], []],
	])('reads %p', (value, ids) => {
		expect(readIds(value)).toEqual({ ids });
	});

	it.each([
		[{ id: 1 }, 'an object'],
		[[true], 'a boolean'],
		[2 ** 60, 'digits are not exact'],
		[[1.5], 'digits are not exact'],
		[NaN, 'digits are not exact'],
	])('says what is wrong with %p', (value, words) => {
		expect(readIds(value)).toEqual({ problem: expect.stringContaining(words) });
	});

	it('never fails, and gives each id once and trimmed', () => {
		fc.assert(
			fc.property(fc.anything(), (value) => {
				const read = readIds(value);
				if ('problem' in read) return expect(read.problem).toMatch(/\.$/);
				expect(new Set(read.ids).size).toBe(read.ids.length);
				expect(read.ids.every((id) => id !== '' && id.trim() === id)).toBe(true);
			}),
		);
	});

	it('reads back any list it is given as text', () => {
		fc.assert(
			fc.property(
				fc.uniqueArray(fc.stringMatching(/^[a-z0-9-]+$/)),
				fc.constantFrom(',', ' ', '\n', ', '),
				(ids, by) => {
					expect(readIds(ids.join(by))).toEqual({ ids });
				},
			),
		);
	});

	it('bears a list that holds itself', () => {
		const list: unknown[] = [];
		list.push(list);
		expect(readIds(list)).toEqual({ problem: expect.stringContaining('several other lists') });
	});
});

describe('checkId', () => {
	it.each(['dc-7tf8aijpjqofl3uxppi136ldc', '1000', 1000, 'a%b', 'ç', '...', 'x'.repeat(200)])(
		'accepts %p',
		(id) => {
			expect(checkId(id, 'recipient')).toBeUndefined();
		},
	);

	it.each([
		['', 'is empty'],
		['  ', 'is empty'],
		[undefined, 'is empty'],
		[{}, 'is empty'],
		['a/b', 'contains "/"'],
		['a?b', 'contains "?"'],
		['a#b', 'contains "#"'],
		['a\\b', 'contains "\\"'],
		['a,b', 'contains a comma'],
		['a b', 'a space'],
		['a\nb', 'line break'],
		['a\u0000b', 'invisible'],
		['a\u200bb', 'invisible'],
		['\ud800', 'invisible'],
		['.', 'not a valid provider ID'],
		['..', 'not a valid provider ID'],
		['x'.repeat(201), '201 characters long'],
		[2 ** 53, 'digits are not exact'],
	])('refuses %p: %s', (id, words) => {
		expect(checkId(id, 'provider')).toContain(words);
	});

	it.each(['a/b', 'a?b#c', 'a\\b', 'a,b', 'a b', 'x'.repeat(2000)])(
		'takes the opaque account and statement ID %p',
		(id) => {
			expect(checkId(id, 'account')).toBeUndefined();
			expect(checkId(id, 'statement')).toBeUndefined();
		},
	);

	it.each([
		['', 'is empty'],
		['.', 'not a valid account ID'],
		['..', 'not a valid account ID'],
		['a\nb', 'line break'],
		['a\u200bb', 'invisible'],
		['x'.repeat(2001), '2001 characters long, more than 2000'],
	])('refuses the account ID %p: %s', (id, words) => {
		expect(checkId(id, 'account')).toContain(words);
	});

	it('names the kind of ID', () => {
		expect(checkId('', 'account')).toContain('account ID');
		expect(checkId('', 'statement')).toContain('statement ID');
	});

	it('lets nothing through that would change the address', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (id) => {
				if (checkId(id, 'account') !== undefined) return;
				const path = new URL(`https://x.example/a/${encodeURIComponent(id)}/b`).pathname;
				expect(path.split('/')).toHaveLength(4);
				expect(decodeURIComponent(path.split('/')[2] ?? '')).toBe(id);
			}),
			runs(1000),
		);
	});
});
