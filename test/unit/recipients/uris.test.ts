import { changedUris, checkUris, isDone, isSameList } from '../../../outbound/recipients/uris';

const many = (count: number) =>
	Array.from({ length: count }, (_, nth) => `https://${nth}.example/`);
const long = (length: number) => 'https://a.example/'.padEnd(length, 'x');

describe('a list of redirect URIs', () => {
	it.each([
		[[], 'Enter one at least: customers come back to it.'],
		[many(101), 'There are 101. Enter 100 at most.'],
		[[long(30), long(2001)], 'Number 2: it has 2001 characters. Shorten it to 2000.'],
		[
			['https://a.example/ b'],
			'Number 1: it holds a blank, comma or semicolon. Enter one address, with those characters percent-encoded.',
		],
	])('is refused with what is wrong: %#', (uris, problem) => expect(checkUris(uris)).toBe(problem));

	it.each([
		'https://a.example/;b',
		'https://a.example/,b',
		'https://a.example/\tb',
		'ftp://a.example/',
	])('holds no %j', (uri) =>
		expect(checkUris(['https://a.example/', uri])).toMatch(/^Number 2: .*\.$/),
	);

	it('may be as long as the limits', () => {
		expect([checkUris(many(100)), checkUris([long(2000)])]).toEqual([undefined, undefined]);
	});

	it('is the same in any order, and not where one differs', () => {
		expect(isSameList(['a', 'b'], ['b', 'a', 'a'])).toBe(true);
		expect(isSameList(['a', 'b'], ['a', 'c'])).toBe(false);
		expect(isSameList(['a'], ['a', 'b'])).toBe(false);
		expect(isSameList([], [])).toBe(true);
	});

	it('is changed in place: what stays keeps its order, what is new comes last', () => {
		const change = { add: ['d', 'b'], remove: ['a'] };
		expect(changedUris(['c', 'a', 'b'], change)).toEqual(['c', 'b', 'd']);
		expect(isDone(['c', 'b', 'd'], change)).toBe(true);
		expect([isDone(['c', 'b'], change), isDone(['a', 'b', 'd'], change)]).toEqual([false, false]);
	});
});
