import fc from 'fast-check';

import { createNumberFinder, plainNumber } from '../../../outbound/fdx/numberFinder';

const found = (numbers: readonly string[], text: string) =>
	createNumberFinder(numbers)
		.find(text)
		.map(({ start, end }) => text.slice(start, end));

describe('finding numbers in a text', () => {
	it.each([
		[['123'], '11123', ['123']],
		[['1124', '123'], '11123', ['123']],
		[['111124', '1112', '12'], '11112', ['1112']],
		[['ABCX', 'BCY', 'CZ'], 'abcz', ['cz']],
		[['12345'], '123-45', ['123-45']],
		[['12345'], 'x 12 345. y', ['12 345']],
		[['34', '1234'], '1234', ['1234']],
		[['12', '34'], '1234', ['12', '34']],
		[['1234', '3456'], '123456', ['1234', '56']],
		[['1234'], '123 5', []],
		[['1234'], '', []],
		[[], '1234', []],
	])('%j in %j: %j', (numbers, text, parts) => expect(found(numbers, text)).toEqual(parts));

	it('finds each number wherever it stands, grouped or not', () => {
		const digits = fc.stringMatching(/^[0-9]{4,8}$/);
		fc.assert(
			fc.property(fc.array(digits, { minLength: 1, maxLength: 5 }), digits, (numbers, between) => {
				const [number = ''] = numbers;
				const text = `${between} x ${number.slice(0, 2)}-${number.slice(2)} y`;
				const places = createNumberFinder(numbers).find(text);
				const at = text.indexOf('-');
				expect(places.some(({ start, end }) => start <= at - 2 && end > at)).toBe(true);
				for (const [nth, place] of places.entries()) {
					expect(place.start).toBeGreaterThanOrEqual(places[nth - 1]?.end ?? 0);
					expect(place.end).toBeGreaterThan(place.start);
				}
			}),
		);
	});

	it('counts a step for each character it is made of and reads', () => {
		const finder = createNumberFinder(['12', '13']);
		expect(finder.steps).toBe(4);
		finder.find('1 2');
		expect(finder.steps).toBeGreaterThanOrEqual(7);
		const after = finder.steps;
		finder.find('');
		expect(finder.steps).toBe(after);
	});

	it('reads nothing where there is no number to be found', () => {
		const finder = createNumberFinder([]);
		finder.find('Paid to 1234 and back');
		expect(finder.steps).toBe(0);
	});

	it('compares without what stands between groups, in capitals', () => {
		expect(plainNumber('ab 1.2-3/4_5\u20116')).toBe('AB123456');
	});
});
