import fc from 'fast-check';

import { matchNames } from '../../../outbound/payments/nameMatch';
import { LABELLED_PAIRS } from './labelledPairs';

const verdicts = LABELLED_PAIRS.map(([holder, expected, samePayer]) => ({
	pair: `${holder} | ${expected}`,
	samePayer,
	match: matchNames(holder, expected).match,
}));
const pairsOf = (samePayer: boolean, matches: readonly string[]) =>
	verdicts
		.filter((one) => one.samePayer === samePayer && matches.includes(one.match))
		.map(({ pair }) => pair);

/** The pairs that it gets wrong; docs/payments.md says so. */
const MISSED = [
	'Mathieu Lavoie | Matthieu Lavoie',
	'Katherine Wilson | Catherine Wilson',
	'Li Wei | Wei Li',
	'Maple Lending Inc. | Maple Lendng Inc.',
];
const WRONGLY_MATCHED = ['Marie Martin | Marie Marlin'];

describe('matching names', () => {
	it('is measured on 100 pairs', () => {
		expect(LABELLED_PAIRS).toHaveLength(100);
		expect(new Set(LABELLED_PAIRS.map(([a, b]) => `${a}|${b}`)).size).toBe(100);
	});

	it('calls these different although they are one payer, and no others', () => {
		expect(pairsOf(true, ['different', 'unknown'])).toEqual(MISSED);
	});

	it('calls these the same or likely although they are not, and no others', () => {
		expect(pairsOf(false, ['same', 'likely'])).toEqual(WRONGLY_MATCHED);
		expect(pairsOf(false, ['same'])).toEqual([]);
	});

	it('has the precision and recall that docs/payments.md gives', () => {
		const payers = verdicts.filter(({ samePayer }) => samePayer).length;
		const counts = [['same'], ['same', 'likely']].map((matches) => ({
			right: pairsOf(true, matches).length,
			wrong: pairsOf(false, matches).length,
		}));
		expect({ payers, counts }).toEqual({
			payers: 64,
			counts: [
				{ right: 48, wrong: 0 },
				{ right: 60, wrong: 1 },
			],
		});
	});

	it('says the same whichever name stands first', () => {
		for (const [a, b] of LABELLED_PAIRS)
			expect(matchNames(b, a).match).toBe(matchNames(a, b).match);
	});

	it('says nothing where a name is missing', () => {
		expect(matchNames(null, 'Ana').match).toBe('unknown');
		expect(matchNames('Ana Roy', '  ').match).toBe('unknown');
	});

	it.each([
		['Jean-Luc Roy', 'Jean Luc Roy', 'same'],
		['Ana Roy-Cyr', 'Ana Roy Cyr', 'same'],
		['Roy-Cyr, Ana', 'Ana Roy Cyr', 'likely'],
		['John A. Smith', 'John Andrew Smith', 'same'],
		['Ana Roy', 'Ana Roy inc.', 'same'],
		['The Sons of Maple Ltd.', 'Sons Maple', 'same'],
		['Ana Bouchard', 'Ana Bouchrad', 'likely'],
	] as const)('calls %s and %s %s, as docs/payments.md says', (holder, expected, match) => {
		expect(matchNames(holder, expected).match).toBe(match);
	});

	it('takes any text, and a name is always its own', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
				expect(matchNames(a, b).because).toMatch(/\.$/);
				expect(matchNames(a, a).match).toBe(a.trim() === '' ? 'unknown' : 'same');
			}),
		);
	});
});
