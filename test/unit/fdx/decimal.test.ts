import fc from 'fast-check';

import { addDecimals, decimalText, readDecimal, ZERO } from '../../../outbound/fdx/decimal';

const textOf = (value: string | number): string | undefined => {
	const read = readDecimal(value);
	return read && decimalText(read);
};

describe('readDecimal', () => {
	it.each([
		[0.1, '0.1'],
		[-12, '-12'],
		[1e21, '1000000000000000000000'],
		[1.5e-7, '0.00000015'],
		['4500.00', '4500.00'],
		[' +3. ', '3'],
		['-0.05', '-0.05'],
		['12345678901234567890.12', '12345678901234567890.12'],
		['1E2', '100'],
	])('reads %p as %s', (value, text) => {
		expect(textOf(value)).toBe(text);
	});

	it.each(['', 'n/a', '1,234.50', '1.234,50', '$5', '1 000', '.5', '--1', NaN, Infinity, '1e9999'])(
		'does not guess %p',
		(value) => {
			expect(readDecimal(value)).toBeUndefined();
		},
	);

	it('loses nothing of any finite number', () => {
		fc.assert(
			fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
				// Text knows no minus zero.
				expect(Number(textOf(value)) + 0).toBe(value + 0);
			}),
		);
	});
});

describe('addDecimals', () => {
	it('adds what binary numbers cannot', () => {
		const [a, b] = [readDecimal(0.1) ?? ZERO, readDecimal('0.20') ?? ZERO];
		expect(decimalText(addDecimals(a, b))).toBe('0.30');
	});

	it('adds cents as whole numbers do', () => {
		const cents = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
		fc.assert(
			fc.property(fc.array(cents), (list) => {
				const sum = list
					.map((units) => ({ units, scale: 2 }))
					.reduce(addDecimals, { units: 0n, scale: 2 });
				expect(sum).toEqual({ units: list.reduce((all, one) => all + one, 0n), scale: 2 });
			}),
		);
	});
});
