import fc from 'fast-check';

import { base64Forms, writtenForms } from '../../../outbound/errors/secretForms';

const without = (secret: string, text: string) => text.replace(writtenForms(secret), '#');

describe('the forms of a secret', () => {
	const SECRET = `a&b<c>"d'/é\\ 1`;

	it.each([
		['as it is', SECRET],
		['in capitals', SECRET.toUpperCase()],
		['in an address', encodeURIComponent(SECRET)],
		['in an address, twice', encodeURIComponent(encodeURIComponent(SECRET))],
		['in a form', encodeURIComponent(SECRET).replace(/%20/g, '+')],
		['in JSON', JSON.stringify(SECRET).slice(1, -1)],
		['in JSON in JSON', JSON.stringify(JSON.stringify(SECRET).slice(1, -1)).slice(1, -1)],
		[
			'in JSON, by numbers',
			[...SECRET]
				.map((one) =>
					/\w/.test(one) ? one : `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
				)
				.join(''),
		],
		[
			'in HTML',
			SECRET.replace(/&/g, '&amp;')
				.replace(/</g, '&lt;')
				.replace(/>/g, '&gt;')
				.replace(/"/g, '&quot;')
				.replace(/'/g, '&apos;'),
		],
		[
			'in HTML, by numbers',
			[...SECRET].map((one) => (/\w/.test(one) ? one : `&#${one.codePointAt(0)};`)).join(''),
		],
		[
			'in HTML, by hexadecimal numbers',
			[...SECRET]
				.map((one) => (/\w/.test(one) ? one : `&amp;#x0${one.codePointAt(0)?.toString(16)};`))
				.join(''),
		],
	])('is found %s', (_, written) => {
		expect(without(SECRET, `x${written}y${written}`)).toBe('x#y#');
	});

	it('is not found in what is another text', () => {
		expect(without('a.b', 'axb a.b')).toBe('axb #');
		expect(without('a b', 'ab a  b a-b')).toBe('ab a  b a-b');
	});

	it('is found in base64, wherever it begins', () => {
		fc.assert(
			fc.property(
				fc.uint8Array({ maxLength: 5 }),
				fc.string({ unit: 'binary-ascii', minLength: 6, maxLength: 20 }),
				fc.uint8Array({ maxLength: 5 }),
				fc.constantFrom('base64' as const, 'base64url' as const),
				(before, secret, after, alphabet) => {
					const all = Buffer.concat([before, Buffer.from(secret), after]).toString(alphabet);
					expect(base64Forms(secret).some((form) => all.includes(form))).toBe(true);
				},
			),
		);
	});

	it('has no form in base64 that any text could hold', () => {
		expect(base64Forms('ab')).toEqual([]);
		expect(base64Forms('abc')).toEqual(['YWJj']);
		for (const form of base64Forms('abcdef')) expect(form.length).toBeGreaterThanOrEqual(4);
		expect(base64Forms('??>>??>>')).toEqual(
			expect.arrayContaining([expect.stringContaining('_'), expect.stringContaining('/')]),
		);
		expect(new Set(base64Forms('abcdef')).size).toBe(base64Forms('abcdef').length);
	});
});
