import { companyNames, holdersIn } from '../../../outbound/payments/holders';
import { matchNames } from '../../../outbound/payments/nameMatch';
import {
	companyWords,
	looksLikeCompany,
	personWords,
	wordsIn,
} from '../../../outbound/payments/nameWords';
import { samePerson } from '../../../outbound/payments/samePerson';
import { areShortForOne } from '../../../outbound/payments/shortNames';

const person = (given: string, family: string) => ({
	given: given === '' ? [] : given.split(' '),
	family: family === '' ? [] : family.split(' '),
});

describe('the holders in a text', () => {
	it.each([
		['Ana Roy', ['Ana', 'Roy']],
		['Ana  and  Luc Roy', ['Ana', 'Roy'], ['Luc', 'Roy']],
		['Ana&Luc Roy', ['Ana', 'Roy'], ['Luc', 'Roy']],
		['Ana Roy  ;  Luc Cyr', ['Ana', 'Roy'], ['Luc', 'Cyr']],
		['Ana Roy + Luc', ['Ana', 'Roy'], ['Luc', 'Roy']],
		['Ana Roy or Luc Cyr or Eve', ['Ana', 'Roy'], ['Luc', 'Cyr'], ['Eve', 'Cyr']],
		['Roy, Ana et Cyr, Luc', ['Ana', 'Roy'], ['Luc', 'Cyr']],
		['Roy, Mr.', ['Roy', '']],
		['Ana de la Cruz', ['Ana', 'de la Cruz']],
		['de la Cruz', ['de', 'la Cruz']],
		['Ana Maria van der Berg', ['Ana Maria', 'van der Berg']],
		['Ana Roy-Cyr', ['Ana', 'Roy Cyr']],
		['Ana   Roy-Cyr  ', ['Ana', 'Roy Cyr']],
		['Ana Roy-Cyr Jr.', ['Ana', 'Roy Cyr']],
		['Roy-Cyr', ['Roy', 'Cyr']],
		['Ana', ['Ana', '']],
		['Mr. & Mrs.'],
		['& Ana Roy', ['Ana', 'Roy']],
	])('%j', (text, ...persons) => {
		expect(holdersIn(text)).toEqual(
			persons.map(([given = '', family = '']) => person(given.toLowerCase(), family.toLowerCase())),
		);
	});

	it.each('de du des la le van von der den di da dos del st ste mac mc el al bin ben'.split(' '))(
		'"%s" begins a family name',
		(particle) => {
			expect(holdersIn(`Ana ${particle} Roy`)).toEqual([person('ana', `${particle} roy`)]);
		},
	);

	it.each([
		'o/a',
		'O/A',
		'dba',
		'd/b/a',
		't/a',
		'f/a',
		's/n',
		'operating as',
		'doing business as',
		'trading as',
		'faisant affaire sous',
		'faisant affaires sous le nom',
		'faisant affaires sous le nom de',
	])('a company may do business under another name: %s', (between) => {
		expect(companyNames(`123 Ltd  ${between}  Roy`)).toEqual(['123 Ltd', 'Roy']);
	});

	it('are not empty names of companies', () => {
		expect(companyNames(' o/a Roy')).toEqual(['Roy']);
		expect(companyNames('  ')).toEqual([]);
	});
});

describe('the words of a name', () => {
	it.each([
		["  Ana-Lu d'Été, St. Roy ", ['ana', 'lu', 'dete', 'st', 'roy']],
		[
			'Bœuf Æsir Straße Bjørn Łukasz Đorđe',
			['boeuf', 'aesir', 'strasse', 'bjorn', 'lukasz', 'dorde'],
		],
		['O’Brien O‘Neil O`Hara O´Dea', ['obrien', 'oneil', 'ohara', 'odea']],
		['--', []],
	])('%j', (name, words) => expect(wordsIn(name)).toEqual(words));

	it('are without titles; a lone M. is one only before two names', () => {
		expect(personWords('M. Luc Roy')).toEqual(['luc', 'roy']);
		expect(personWords('M. Roy')).toEqual(['m', 'roy']);
		expect(personWords('Luc M. Roy')).toEqual(['luc', 'm', 'roy']);
		expect(personWords('Dr. Luc Roy Jr. PhD')).toEqual(['luc', 'roy']);
	});

	it('of a company are without its legal form and small words', () => {
		expect(companyWords('The Roy & Sons of the North Co. Ltd.')).toEqual(['roy', 'sons', 'north']);
	});

	it.each([
		['Roy inc.', true],
		['Inc Roy', false],
		['Inc', false],
		['Ana Roy', false],
		['Roy 24 Hours', true],
		['', false],
	])('%j is the name of a company: %p', (name, is) => expect(looksLikeCompany(name)).toBe(is));
});

describe('two persons', () => {
	it.each([
		// Nothing to compare is not the same.
		['', 'roy', '', 'roy', 'different'],
		['ana', 'roy', '', 'roy', 'different'],
		['', 'roy', 'ana', 'roy', 'different'],
		['ana', '', 'ana', '', 'different'],
		['ana', '', 'ana', 'roy', 'different'],
		['ana', 'roy', 'ana', '', 'different'],
		['ana', 'roy', 'ana', 'roy', 'same'],
		['jean luc', 'roy', 'jeanluc', 'roy', 'same'],
		['jean luc marc', 'roy', 'jeanluc', 'roy', 'same'],
		['jean luc', 'roy', 'jeanluc marc', 'roy', 'same'],
		['jean luc', 'roy', 'jeanmarc', 'roy', 'different'],
		['ana', 'van berg', 'ana', 'vanberg', 'same'],
		// One doubt may be let pass, two may not.
		['a', 'roy', 'ana', 'roy', 'likely'],
		['ana', 'roy', 'a', 'roy', 'likely'],
		['a', 'roy', 'luc', 'roy', 'different'],
		['ana', 'roy', 'anb', 'roy', 'different'],
		['bob', 'roy', 'robert', 'roy', 'likely'],
		['a', 'roy cyr', 'ana', 'roy', 'different'],
		['bob', 'bouchard', 'robert', 'bouchrad', 'different'],
		// Middle names.
		['ana b', 'roy', 'ana', 'roy', 'same'],
		['ana b', 'roy', 'ana bea', 'roy', 'same'],
		['ana bea', 'roy', 'ana eve', 'roy', 'different'],
		['a bea', 'roy', 'ana bea', 'roy', 'likely'],
		// Half of a double family name; a particle alone is not half of one.
		['ana', 'roy cyr', 'ana', 'cyr', 'likely'],
		['ana', 'cyr', 'ana', 'roy cyr', 'likely'],
		['ana', 'roy cyr', 'ana', 'cyr dion', 'different'],
		['ana', 'roy cyr', 'ana', 'cyr roy', 'different'],
		['ana', 'roy cyr dion', 'ana', 'roy lam', 'different'],
		['ana', 'de cruz', 'ana', 'de', 'different'],
		['ana', 'roy', 'ana', 'cyr dion', 'different'],
		['ana', 'ed roy', 'ana', 'ed', 'different'],
		// One letter in six and more: wrong, missing, too many, exchanged.
		['ana', 'martin', 'ana', 'marlin', 'likely'],
		['ana', 'thompson', 'ana', 'thomson', 'likely'],
		['ana', 'thomson', 'ana', 'thompson', 'likely'],
		['ana', 'bouchard', 'ana', 'bouchrad', 'likely'],
		['ana', 'gagnon', 'ana', 'gagnons', 'likely'],
		['ana', 'cyrus', 'ana', 'cyrut', 'different'],
		['ana', 'cyrus', 'ana', 'cyruss', 'different'],
		['ana', 'martin', 'ana', 'merlin', 'different'],
		['ana', 'gagnon', 'ana', 'gagnonst', 'different'],
		['ana', 'thompson', 'ana', 'thomsen', 'different'],
		['ana', 'bouchard', 'ana', 'bouhcrad', 'different'],
		['ana', 'bouchard', 'ana', 'bouchrat', 'different'],
		['ana', 'abcdefgh', 'ana', 'abdxefgh', 'different'],
		['ana', 'abcdefgh', 'ana', 'abxcefgh', 'different'],
		['ana', 'abcdefgh', 'ana', 'abdcefgx', 'different'],
	] as const)('%s %s and %s %s: %s', (g1, f1, g2, f2, wanted) => {
		expect(samePerson(person(g1, f1), person(g2, f2))).toBe(wanted);
		expect(samePerson(person(g2, f2), person(g1, f1))).toBe(wanted);
	});

	it.each([
		'alexander alex',
		'alexandre alex',
		'andrew andy',
		'anthony tony',
		'benjamin ben',
		'catherine cathy',
		'catherine kate',
		'christopher chris',
		'daniel dan',
		'danny dan',
		'david dave',
		'edward ed',
		'eddie ed',
		'elizabeth liz',
		'elizabeth beth',
		'frederic fred',
		'gregory greg',
		'guillaume gui',
		'james jim',
		'jimmy james',
		'jennifer jen',
		'jenny jennifer',
		'jonathan jon',
		'joseph joe',
		'katherine kathy',
		'katherine kate',
		'kenneth ken',
		'margaret maggie',
		'margaret peggy',
		'matthew matt',
		'michael mike',
		'nicholas nick',
		'nicolas nic',
		'patricia pat',
		'patty patricia',
		'patrick pat',
		'richard rick',
		'richard dick',
		'robert rob',
		'bobby robert',
		'ronald ron',
		'samuel sam',
		'stephen steve',
		'steven steve',
		'susan sue',
		'thomas tom',
		'timothy tim',
		'victoria vicky',
		'vincent vince',
		'william bill',
		'will william',
	])('%s: one is short for the other', (pair) => {
		const [a = '', b = ''] = pair.split(' ');
		expect([areShortForOne(a, b), areShortForOne(b, a)]).toEqual([true, true]);
	});

	it.each(['patrick patricia', 'stephen steven', 'daniel danielle', 'ana luc', 'bob bill'])(
		'%s: neither is short for the other',
		(pair) => {
			const [a = '', b = ''] = pair.split(' ');
			expect(areShortForOne(a, b)).toBe(false);
		},
	);
});

describe('why names match or do not', () => {
	const SAME = 'Given and family names agree.';
	const LIKELY =
		'The names agree but for an initial, a short form, part of a double name or one letter.';
	const JOINT = ' One of several holders was compared.';

	it.each([
		['Ana Roy', ' ana  ROY ', 'same', 'The names are the same.'],
		['Ana Bea Roy', 'Ana Roy', 'same', SAME],
		['A. Roy', 'Ana Roy', 'likely', LIKELY],
		['Ana Bea Roy & Luc Cyr', 'Ana Roy', 'same', `${SAME}${JOINT}`],
		['Ana Roy', 'Ana Bea Roy & Luc Cyr', 'same', `${SAME}${JOINT}`],
		['Ana & Luc Roy', 'L. Roy', 'likely', `${LIKELY}${JOINT}`],
		['Ana & Luc Roy', 'Eve Cyr', 'different', 'The names do not agree.'],
		['Harbour Books', 'The Harbour Books', 'same', 'The names of the company are the same.'],
		[
			'Roy inc.',
			'Roy ltée',
			'same',
			'The names of the company are the same but for its legal form.',
		],
		[
			'Ana Roy',
			'Ana Roy inc.',
			'same',
			'The names of the company are the same but for its legal form.',
		],
		['Ana Roy inc.', 'Eve Cyr', 'different', 'The names do not agree.'],
		['The Co.', 'Les Ltd.', 'different', 'The names do not agree.'],
		['  ', 'Ana Roy', 'unknown', 'There is no name to compare.'],
		['Ana Roy', null, 'unknown', 'There is no name to compare.'],
		[null, 'Ana Roy', 'unknown', 'There is no name to compare.'],
	] as const)('%j and %j: %s', (holder, expected, match, because) => {
		expect(matchNames(holder, expected)).toEqual({ match, because });
	});
});
