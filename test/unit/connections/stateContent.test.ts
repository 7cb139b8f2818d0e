import { packState, unpackState } from '../../../outbound/connections/stateContent';
import { content } from './support';

const textOf = (list: unknown) => Buffer.from(JSON.stringify(list)).toString('base64url');
const listOf = (text: string): unknown[] => {
	const list: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
	if (!Array.isArray(list)) throw new Error('no list');
	return list;
};
const packed = listOf(packState(content({ bankName: 'Caisse', pkce: true })));

const put = (place: number, other: unknown) =>
	packed.map((field, at) => (at === place ? other : field));

describe('the content of a state', () => {
	it('has only the fields that were put in', () => {
		expect(unpackState(packState(content()))).toStrictEqual(content());
		const english = content({ language: 'en' });
		expect(unpackState(packState(english))).toStrictEqual(english);
		const { language: _, ...plain } = content();
		expect(unpackState(packState(plain))).toStrictEqual(plain);
	});

	it.each([0, 1, 2, 3, 4, 6])(
		'is not read where another release put something else in place %i',
		(place) => {
			const other = typeof packed[place] === 'string' ? 5 : '5';
			expect(unpackState(textOf(packed))).toBeDefined();
			expect(unpackState(textOf(put(place, other)))).toBeUndefined();
		},
	);

	it('is not read where there are fewer fields, or no list', () => {
		expect(unpackState(textOf(packed.slice(0, 8)))).toBeDefined();
		expect(unpackState(textOf(packed.slice(0, 7)))).toBeUndefined();
		for (const odd of [null, 5, { ...packed, length: 9 }]) {
			expect(unpackState(textOf(odd))).toBeUndefined();
		}
		expect(unpackState(Buffer.from('no JSON').toString('base64url'))).toBeUndefined();
	});

	it('leaves out a language, a bank and a challenge that it does not know', () => {
		const odd = packed.map((field, at) => (at === 5 ? 'de' : at > 6 ? 2 : field));
		const read = unpackState(textOf(odd));
		expect(read).toBeDefined();
		for (const name of ['language', 'bankName', 'pkce']) expect(read).not.toHaveProperty(name);
	});
});
