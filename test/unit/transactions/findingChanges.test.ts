import { dayIn } from '../../../outbound/transactions/day';
import { between, stateAfter, windowOf, type Sample } from './support';
import { changesSince } from '../../support/inOneGo';

const COFFEE: Sample = { id: 'a', on: '2026-01-10', amount: -4.5 };
const PENDING: Sample = { ...COFFEE, pending: true };

const idsOf = (changes: ReadonlyArray<{ syncId: string }>) => changes.map(({ syncId }) => syncId);

describe('changes of the same transaction', () => {
	it('are none where nothing changed', () => {
		expect(between([COFFEE], [COFFEE])).toMatchObject({
			added: [],
			changed: [],
			removed: [],
			notes: [],
		});
	});

	it('are none where only the time of day or the zeros of the amount did', () => {
		const again = windowOf([]);
		const value = { transactionId: 'a', postedTimestamp: '2026-01-10T09:00:00Z', amount: '4.50' };
		const before = changesSince(undefined, { ...again, rows: [value] });
		const later = { ...value, postedTimestamp: '2026-01-10T17:00:00Z', amount: 4.5 };
		expect(changesSince(before.nextState, { ...again, rows: [later] }).changed).toEqual([]);
	});

	it.each([
		['amount', { amount: -5 }],
		['description', { text: 'Cafe Olive 12' }],
		['date', { on: '2026-01-08' }],
		['status', { pending: true }],
	] as const)('name a changed %s', (part, changed) => {
		const { added, changed: found, removed } = between([COFFEE], [{ ...COFFEE, ...changed }]);
		expect([added, removed]).toEqual([[], []]);
		expect(found[0]?.parts).toContain(part);
		expect(found[0]).toMatchObject({ by: 'transaction ID', confidence: 'certain' });
	});

	it('tell what is new and what is gone', () => {
		const tea = { ...COFFEE, id: 'b', amount: -3, text: 'Tea' };
		const { added, removed } = between([COFFEE], [tea]);
		expect(added).toMatchObject([{ syncDate: '2026-01-10', row: { transactionId: 'b' } }]);
		expect(removed).toMatchObject([
			{ syncDate: '2026-01-10', wasPending: false, transactionId: null },
		]);
	});
});

describe('pending that becomes posted under another ID', () => {
	const posted: Sample = { id: 'p', on: '2026-01-12', amount: -4.5, text: 'CAFE OLIVE TORONTO ON' };

	it.each([
		[
			'by the reference of the bank',
			{ reference: 'a', amount: -99, text: 'X' },
			'reference of the bank',
			'certain',
		],
		['by amount and description', {}, 'amount and description', 'high'],
		['by amount, being alone', { text: 'SOMETHING ELSE' }, 'amount', 'medium'],
		['by description with a tip', { amount: -5.2 }, 'description', 'medium'],
	])('is one change: %s', (_, changed, by, confidence) => {
		const before = stateAfter([PENDING]);
		const {
			added,
			changed: found,
			removed,
		} = changesSince(before, windowOf([{ ...posted, ...changed }]));
		expect([added, removed]).toEqual([[], []]);
		expect(found).toMatchObject([{ syncId: before.entries[0]?.syncId, by, confidence }]);
		expect(found[0]?.parts).toEqual(expect.arrayContaining(['status', 'transactionId']));
	});

	it.each([
		['of another amount and shop', { amount: -80, text: 'Hydro' }],
		['weeks later', { on: '2026-01-30' }],
		['far from the amount', { amount: -40 }],
	])('is none where something is listed %s', (_, changed) => {
		const { added, removed } = between([PENDING], [{ ...posted, ...changed }]);
		expect([added.length, removed.length]).toEqual([1, 1]);
		expect(removed[0]).toMatchObject({ wasPending: true, transactionId: 'a' });
	});

	it('is not guessed by the amount alone where there are two', () => {
		const two = [posted, { ...posted, id: 'q' }].map((one, nth) => ({
			...one,
			text: `SHOP${nth}`,
		}));
		const { added, removed } = between([PENDING], two);
		expect([added.length, removed.length]).toEqual([2, 1]);
	});

	it('keeps twins of one day apart', () => {
		const twin = { ...PENDING, id: 'b' };
		const { added, changed, removed } = between([PENDING, twin], [posted, { ...posted, id: 'q' }]);
		expect([added.length, changed.length, removed.length]).toEqual([0, 2, 0]);
		expect(new Set(idsOf(changed)).size).toBe(2);
	});

	it('leaves its syncId to itself when the bank uses its old ID again', () => {
		const first = changesSince(stateAfter([PENDING]), windowOf([posted]));
		const reused: Sample = { ...PENDING, amount: -77, text: 'Hydro' };
		const second = changesSince(first.nextState, windowOf([posted, reused]));
		expect(second.added).toHaveLength(1);
		expect(idsOf(second.added)).not.toEqual(idsOf(first.changed));
	});
});

describe('transactions without an ID', () => {
	const NAMELESS: Sample = { on: '2026-01-10', amount: -4.5 };

	it('are counted where they are equal', () => {
		expect(between([NAMELESS], [NAMELESS, NAMELESS]).added).toHaveLength(1);
		expect(between([NAMELESS, NAMELESS], [NAMELESS]).removed).toHaveLength(1);
		expect(between([NAMELESS, NAMELESS], [NAMELESS, NAMELESS]).changed).toEqual([]);
	});

	it.each([
		['amount', { amount: -5 }, 'medium'],
		['date', { on: '2026-01-08' }, 'high'],
	])('are one change when the %s is corrected', (_, changed, confidence) => {
		const { added, changed: found, removed } = between([NAMELESS], [{ ...NAMELESS, ...changed }]);
		expect([added, removed]).toEqual([[], []]);
		expect(found).toMatchObject([{ confidence }]);
	});
});

describe('a window that moves', () => {
	it('takes nothing away that merely left it', () => {
		const later = windowOf([], { from: dayIn('2026-01-10'), rows: [null] });
		const { removed } = changesSince(stateAfter([COFFEE]), { ...later, rows: [] });
		expect(removed).toEqual([]);
	});

	it('lists nothing from before the first one', () => {
		const { added } = changesSince(undefined, windowOf([{ ...COFFEE, on: '2025-12-31' }]));
		expect(added).toEqual([]);
	});
});

describe('a list that may not be whole', () => {
	const tea = { ...COFFEE, id: 'b', amount: -3, text: 'Tea' };

	it.each([
		['empty', windowOf([])],
		['unsettled', windowOf([tea], { settled: false })],
		['partly unreadable', windowOf([tea], { rows: [...windowOf([tea]).rows, 'x'] })],
	])('takes nothing away: %s', (_, window) => {
		const held = changesSince(stateAfter([COFFEE, tea]), window);
		expect(held.removed).toEqual([]);
		expect(held.notes.map(({ kind }) => kind)).toContain('removals-held');
		expect(changesSince(held.nextState, windowOf([COFFEE, tea]))).toMatchObject({
			added: [],
			removed: [],
		});
		expect(held.nextState.wholeTo).toBe(windowOf([]).to);
	});

	it('is believed when it is empty again', () => {
		const first = changesSince(stateAfter([COFFEE]), windowOf([]));
		expect(changesSince(first.nextState, windowOf([])).removed).toHaveLength(1);
	});

	it('says how many rows it could not read', () => {
		const { notes } = changesSince(undefined, windowOf([], { rows: [null, {}, 3] }));
		expect(notes).toMatchObject([{ kind: 'unreadable-rows', count: 3 }]);
	});
});

describe('two runs with the same state', () => {
	it('give the same changes with the same IDs, in whatever order the rows came', () => {
		const state = stateAfter([PENDING, { ...COFFEE, id: 'b' }]);
		const rows = [
			COFFEE,
			{ ...COFFEE, id: 'c' },
			{ ...COFFEE, id: undefined },
			{ ...COFFEE, id: undefined },
		];
		const one = changesSince(state, windowOf(rows));
		const other = changesSince(state, windowOf([...rows].reverse()));
		expect(other).toEqual(one);
	});
});
