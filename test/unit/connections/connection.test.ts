import { parseConnection, stringifyConnection } from '../../../outbound/connections/connection';
import { connectionOf } from './support';

const whole = connectionOf({
	scope: 'ACCOUNT_BASIC',
	requestedScope: 'ACCOUNT_BASIC TRANSACTIONS',
	rotations: 2,
	language: 'fr',
});
const textWith = (changes: object) => JSON.stringify({ ...whole, ...changes });

describe('a connection as text', () => {
	it('comes back with all its fields, or with those that it needs', () => {
		expect(parseConnection(stringifyConnection(whole))).toEqual(whole);
		const { connectionId, requestedProviderId, refreshToken, connectedAt } = whole;
		const least = { connectionId, requestedProviderId, refreshToken, connectedAt };
		expect(parseConnection(stringifyConnection(least))).toEqual(least);
	});

	it('may be of a customer of either language, and of no other', () => {
		const read = (language: string) => parseConnection(textWith({ language }))?.language;
		expect(['en', 'fr', 'de'].map(read)).toEqual(['en', 'fr', undefined]);
	});

	it('leaves out an expiry that is no number', () => {
		const text = stringifyConnection({ ...whole, accessTokenExpiresAt: NaN });
		const { accessTokenExpiresAt: _, ...without } = whole;
		expect(parseConnection(text)).toStrictEqual(without);
	});

	it.each(['connectionId', 'requestedProviderId', 'refreshToken', 'connectedAt'])(
		'is none without %s',
		(name) => expect(parseConnection(textWith({ [name]: undefined }))).toBeUndefined(),
	);

	it.each(Object.entries(whole))('is none where %s is of another type', (name, value) => {
		const other = typeof value === 'number' ? String(value) : 5;
		expect(parseConnection(textWith({ [name]: other }))).toBeUndefined();
		expect(parseConnection(textWith({ [name]: null }))).toBeUndefined();
	});

	it.each(['', 'no JSON', 'null', '5', '"text"', '[]'])('is none where the text is %j', (text) => {
		expect(parseConnection(text)).toBeUndefined();
	});
});
