import { similar, wordsOf } from '../../../outbound/transactions/changes/descriptionWords';
import { dateText, dayIn, UNKNOWN_DAY, utcDay } from '../../../outbound/transactions/day';
import { between, type Sample } from './support';

describe('the words of a description', () => {
	it.each(
		'ACHAT ATTENTE AUTH AUTHORIZATION AUTORISATION CARD CARTE DEBIT EN INTERAC MASTERCARD OF PAIEMENT PAYMENT PENDING POS PREAUTH PURCHASE SQ THE TST VISA'.split(
			' ',
		),
	)('say nothing of %s', (noise) => {
		expect(wordsOf(`${noise.toLowerCase()} Olive`)).toBe('OLIVE');
	});

	it.each([
		['Café Olive #12-A Montréal', 'CAFE OLIVE MONTREAL'],
		['  a b CD ', 'CD'],
		['12 34', ''],
		[null, ''],
		[`${'abcd '.repeat(8)}efgh`, `${'ABCD '.repeat(8)}`.trim()],
		['x'.repeat(50), 'X'.repeat(40)],
	])('of %j are %j', (description, words) => expect(wordsOf(description)).toBe(words));

	it.each([
		['AMZN MKTP', 'AMZN MKTP CA TORONTO', true],
		['CAFE OLIVE', 'CAFEOLIVETTE', true],
		['OLIVE CAFE', 'BISTRO CAFE NORD', true],
		['OLIVE', 'BISTRO OLIVE NORD', true],
		['ONE TWO THREE', 'XX THREE YY ZZZZZZZZ', false],
		['AB CD', 'XX AB CD YY', false],
		['OLIVE', 'CAFE', false],
		['', 'OLIVE', false],
		['OLIVE', '', false],
		['', '', false],
	])('%j and %j may name one shop: %p', (a, b, may) => {
		expect(similar(a, b)).toBe(may);
		expect(similar(b, a)).toBe(may);
	});
});

describe('a day', () => {
	it.each([
		['2026-01-15', '2026-01-15'],
		[' 2026-01-15T23:59:59-05:00', '2026-01-15'],
		['1970-01-02', '1970-01-02'],
	])('of %j is %s, as it is written', (text, day) => expect(dateText(dayIn(text))).toBe(day));

	it.each([
		null,
		'',
		'x2026-01-15',
		'2026-01-155',
		'2026-02-31',
		'1969-12-31',
		'2149-06-07',
		'15/01/26',
	])('of %j is not known', (text) => expect(dayIn(text)).toBe(UNKNOWN_DAY));

	it('ends at midnight in UTC', () => {
		const midnight = Date.parse('2026-01-15T00:00:00Z');
		expect(dateText(utcDay(midnight))).toBe('2026-01-15');
		expect(dateText(utcDay(midnight - 1))).toBe('2026-01-14');
	});
});

describe('a transaction under another ID', () => {
	const day = (number: number) => `2026-01-${String(number).padStart(2, '0')}`;
	const pending = (changes: Partial<Sample> = {}): Sample => ({
		id: 'p1',
		on: day(10),
		amount: -50,
		text: 'OLIVE BISTRO',
		pending: true,
		...changes,
	});
	const posted = (changes: Partial<Sample> = {}): Sample => ({
		id: 't1',
		on: day(11),
		amount: -50,
		text: 'OLIVE BISTRO MONTREAL',
		...changes,
	});
	const how = (before: Sample, ...after: Sample[]) =>
		between([before], after).changed.map(({ by, confidence }) => `${by}, ${confidence}`);

	it('is known by the reference of the bank, whatever else changed', () => {
		const other = posted({ reference: 'p1', amount: -7, text: 'XYZ', on: day(31) });
		expect(how(pending(), other)).toEqual(['reference of the bank, certain']);
	});

	it.each([
		[7, true],
		[6, false],
		[24, true],
		[25, false],
	])('is known by amount and description on 10 and %i January: %p', (on, is) => {
		expect(how(pending(), posted({ on: day(on) }))).toEqual(
			is ? ['amount and description, high'] : [],
		);
	});

	it.each([
		[7, true],
		[6, false],
		[20, true],
		[21, false],
	])('is known by its amount alone on 10 and %i January: %p', (on, is) => {
		const other = posted({ on: day(on), text: 'QRS' });
		expect(how(pending(), other)).toEqual(is ? ['amount, medium'] : []);
	});

	it('is not guessed by its amount where there are two, or where the other is pending too', () => {
		const two = [posted({ text: 'QRS' }), posted({ id: 't2', text: 'TUV' })];
		expect(how(pending(), ...two)).toEqual([]);
		expect(how(pending(), posted({ text: 'QRS', pending: true }))).toEqual([]);
	});

	it.each([
		[-35, true],
		[-34.99, false],
		[-65, true],
		[-65.01, false],
		[50, false],
	])('of 50 is known by its description where it became %d: %p', (amount, is) => {
		expect(how(pending(), posted({ amount }))).toEqual(is ? ['description, medium'] : []);
	});

	it('is not guessed by a description that begins with another word', () => {
		expect(how(pending(), posted({ amount: -52, text: 'BISTRO OLIVE' }))).toEqual([]);
		expect(how(pending(), posted({ amount: -52, text: 'OLIVE OIL' }))).toEqual([
			'description, medium',
		]);
	});

	it('without any ID is known by what stayed', () => {
		const none = { id: undefined };
		const before: Sample = { ...none, on: day(10), amount: -50, text: 'OLIVE' };
		expect(how(before, { ...before, on: day(24) })).toEqual(['amount and description, high']);
		expect(how(before, { ...before, on: day(25) })).toEqual([]);
		expect(how(before, { ...before, amount: -51 })).toEqual(['description, medium']);
		expect(how(before, { ...before, amount: -51, on: day(11) })).toEqual([]);
	});
});
