import { createBoundedMap } from '../../../outbound/model/boundedMap';
import { foldName } from '../../../outbound/model/foldName';
import { checkId, readIds } from '../../../outbound/model/ids';
import { isRecord } from '../../../outbound/model/isRecord';
import { parseBody } from '../../../outbound/model/parseBody';

it('a name is found without its accents and capitals', () => {
	expect(foldName('Crédit Étendu')).toBe('credit etendu');
	expect(foldName('Cre\u0301dit')).toBe(foldName('CRÉDIT'));
});

it('a record is neither null, nor a list, nor a plain value', () => {
	expect([{}, { a: 1 }].map(isRecord)).toEqual([true, true]);
	expect([null, undefined, [], [{}], 'a', 1, () => 1].filter(isRecord)).toEqual([]);
});

describe('a body', () => {
	const bytes = (text: string) => new TextEncoder().encode(text);

	it.each([
		['{"a":"é"}', { a: 'é' }],
		['<html>', '<html>'],
		['', ''],
		['null', null],
		['"x"', 'x'],
	])('%j is read the same as text, bytes and a buffer', (sent, read) => {
		const { buffer } = Uint8Array.from(bytes(sent));
		for (const body of [sent, bytes(sent), Buffer.from(sent), buffer])
			expect(parseBody(body)).toEqual(read);
	});

	it('that is no text comes back as it is', () => {
		const body = { a: 1 };
		expect(parseBody(body)).toBe(body);
		expect(parseBody(undefined)).toBeUndefined();
	});
});

describe('IDs', () => {
	it('may stand in lists six deep, not seven', () => {
		expect(readIds([[[[[['a']]]]]])).toEqual({ ids: ['a'] });
		expect(readIds([[[[[[['a']]]]]]])).toHaveProperty('problem');
	});

	it('are shown in a message without what cannot be seen, and not for ever', () => {
		const shown = checkId(`a\u200bb\ud800c\u0007/${'x'.repeat(100)}`, 'provider');
		expect(shown).toContain(`"a\uFFFDb\uFFFDc\uFFFD/${'x'.repeat(53)}"`);
		expect(shown).not.toContain('x'.repeat(54));
	});
});

it('a bounded map has a key once, however often it is set', () => {
	const map = createBoundedMap<number>(2);
	for (const value of [1, 2, 3]) map.set('a', value);
	map.set('b', 4);
	expect([map.get('a'), map.get('b')]).toEqual([3, 4]);
	map.delete('b');
	expect(map.get('b')).toBeUndefined();
	const none = createBoundedMap<number>(0);
	none.set('a', 1);
	expect(none.get('a')).toBeUndefined();
});
