import fc from 'fast-check';

import { startText } from '../../../outbound/transactions/changes/start';
import { planWindow } from '../../../outbound/transactions/changes/window';
import { dateText } from '../../../outbound/transactions/day';
import { DAYS, SCOPE, stateAfter, windowOf, type Sample } from './support';
import { newKey } from '../../support/sealing';
import { changesSince, openState, packState, stateText, unpackState } from '../../support/inOneGo';

const KEYS = { connectionKey: newKey(), previousConnectionKey: '' };
const OTHER = { connectionKey: newKey(), previousConnectionKey: '' };

const samples = fc.array(
	fc.record({
		id: fc.option(
			fc.string({ minLength: 1, maxLength: 300 }).filter((id) => id.trim() !== ''),
			{ nil: undefined },
		),
		on: fc.integer({ min: 1, max: 31 }).map((day) => `2026-01-${String(day).padStart(2, '0')}`),
		amount: fc.integer({ min: -99_999, max: 99_999 }).map((cents) => cents / 100),
		text: fc.string(),
		pending: fc.boolean(),
	}),
	{ maxLength: 40 },
);

describe('the sync state', () => {
	it('comes back as it went in', () => {
		fc.assert(
			fc.property(samples, (list) => {
				const state = stateAfter(list);
				const again = unpackState(packState(state, SCOPE), SCOPE);
				expect(again?.entries.map(({ hint, ...entry }) => [entry, Boolean(hint)])).toEqual(
					state.entries.map(({ hint, ...entry }) => [entry, Boolean(hint)]),
				);
				expect({ ...again, entries: [] }).toEqual({ ...state, entries: [] });
				expect(changesSince(again, windowOf(list))).toMatchObject({
					added: [],
					changed: [],
					removed: [],
				});
			}),
		);
	});

	it('never tells a part of an ID that is too long to remember as the ID', () => {
		const fits = 'é'.repeat(127);
		for (const [id, told] of [
			[fits, fits],
			[`${fits}é`, null],
		] as const) {
			const state = stateAfter([{ id, on: '2026-01-10', amount: -4.5, pending: true }]);
			const again = unpackState(packState(state, SCOPE), SCOPE);
			expect(again?.entries[0]?.hint?.transactionId).toBe(told);
			expect(
				changesSince(again, windowOf([{ id, on: '2026-01-10', amount: -4.5, pending: true }])),
			).toMatchObject({ added: [], changed: [], removed: [] });
			const other = windowOf([{ id: 'other', on: '2026-01-11', amount: 99, text: 'RENT' }]);
			expect(changesSince(again, other).removed).toMatchObject([
				{ wasPending: true, transactionId: told },
			]);
		}
	});

	it('opens with the key it was sealed with, the previous one included, and shows nothing outside', () => {
		const state = stateAfter([{ id: 'secret-id', on: '2026-01-10', amount: -4.5, pending: true }]);
		const text = stateText(state, SCOPE, KEYS);
		expect(openState(text, SCOPE, KEYS)).toEqual({ kind: 'state', state });
		expect(
			openState(` ${text}\n`, SCOPE, {
				...OTHER,
				previousConnectionKey: KEYS.connectionKey,
			}).kind,
		).toBe('state');
		expect(text).toMatch(/^flinks-sync\.v1\.[\w-]{8}\.[\w-]{11}\.[\w-]{11}\.[\w-]+$/);
		expect(Buffer.from(text.split('.').at(-1) ?? '', 'base64url').toString('latin1')).not.toContain(
			'secret-id',
		);
	});

	it('works without a key, and is then not taken where there is one', () => {
		const state = stateAfter([{ id: 'a', on: '2026-01-10', amount: 1 }]);
		const text = stateText(state, SCOPE);
		expect(openState(text, SCOPE)).toEqual({ kind: 'state', state });
		expect(openState(text, SCOPE, KEYS)).toEqual({ kind: 'none', reason: 'not-sealed' });
		expect(openState(stateText(state, SCOPE, KEYS), SCOPE)).toEqual({
			kind: 'none',
			reason: 'unknown-key',
		});
	});

	it.each([
		['first-time', ''],
		['first-time', undefined],
		['malformed', 'flinks-sync.v1.cut'],
		['malformed', 42],
		['malformed', { state: 1 }],
	])('says %s for %j', (reason, text) => {
		expect(openState(text, SCOPE, KEYS)).toEqual({ kind: 'none', reason });
	});

	it('says whose it is where it is not ours', () => {
		const text = stateText(stateAfter([]), SCOPE, KEYS);
		const reasonFor = (scope: typeof SCOPE, keys = KEYS) => openState(text, scope, keys);
		expect(reasonFor({ ...SCOPE, accountId: 'a2' })).toMatchObject({ reason: 'other-account' });
		expect(reasonFor({ ...SCOPE, connectionId: 'c2' })).toMatchObject({
			reason: 'other-connection',
		});
		expect(reasonFor(SCOPE, OTHER)).toMatchObject({ reason: 'unknown-key' });
	});

	it.each([
		['sealed', KEYS],
		['not sealed', undefined],
	])('never opens once any character is changed or left out: %s', (_, keys) => {
		const text = stateText(stateAfter([{ id: 'a', on: '2026-01-10', amount: 1 }]), SCOPE, keys);
		for (let at = 0; at < text.length; at += 1) {
			const other = text[at] === 'A' ? 'B' : 'A';
			const changed = text.slice(0, at) + other + text.slice(at + 1);
			const cut = text.slice(0, at) + text.slice(at + 1);
			// The last character of base64url may hold bits that mean nothing.
			const sameBytes = at === text.length - 1;
			if (!sameBytes) expect(openState(changed, SCOPE, keys).kind).toBe('none');
			expect(openState(cut, SCOPE, keys).kind).toBe('none');
		}
	});

	it('takes 31 characters for a posted transaction, and 150 at most for a pending one', () => {
		const many = (pending: boolean): Sample[] =>
			Array.from({ length: 300 }, (_, nth) => ({
				id: `9f2c1c1e-7a1c-4a5e-9b0e-${String(nth).padStart(12, '0')}`,
				on: '2026-01-10',
				amount: -nth / 100,
				text: 'AMZN MKTP CA*2K3 WWW.AMAZON.CA ON',
				pending,
			}));
		const empty = stateText(stateAfter([]), SCOPE, KEYS).length;
		const perPosted = (stateText(stateAfter(many(false)), SCOPE, KEYS).length - empty) / 300;
		const perPending = (stateText(stateAfter(many(true)), SCOPE, KEYS).length - empty) / 300;
		expect(empty).toBeLessThan(150);
		expect(perPosted).toBeLessThanOrEqual(31);
		expect(perPending).toBeLessThan(150);
	});
});

describe('the window', () => {
	const RULES = { overlapDays: 10, firstDays: 30, maxDays: 40 };
	const state = { ...stateAfter([]), since: DAYS.to - 30, from: DAYS.to - 31, wholeTo: DAYS.to };

	it('is the first days where there is no state', () => {
		expect(planWindow(undefined, 100, RULES)).toEqual({ since: 70, from: 69, to: 100 });
	});

	it('reaches back over the overlap of the last whole reading, however long ago that was', () => {
		expect(planWindow(state, DAYS.to + 1, RULES)).toMatchObject({
			from: DAYS.to - 10,
			to: DAYS.to + 1,
		});
		expect(planWindow(state, DAYS.to + 25, RULES)).toMatchObject({ from: DAYS.to - 10 });
		const torn = { ...state, to: DAYS.to + 5 };
		expect(planWindow(torn, DAYS.to + 6, RULES)).toMatchObject({ from: DAYS.to - 10 });
	});

	it('reaches back to the oldest pending transaction', () => {
		const [entry] = stateAfter([{ id: 'a', on: '2026-01-10', amount: 1, pending: true }]).entries;
		const pending = { ...state, entries: entry ? [entry] : [] };
		expect(dateText(planWindow(pending, DAYS.to + 1, RULES).from)).toBe('2026-01-09');
	});

	it.each([
		['too-old', DAYS.to + 31],
		['from-the-future', DAYS.to - 2],
	])('starts again where the state is %s', (startAgain, today) => {
		expect(planWindow(state, today, RULES)).toEqual({
			since: today - 30,
			from: today - 31,
			to: today,
			startAgain,
		});
		expect(startText('too-old', '2026-01-01')).toContain('2026-01-01');
	});
});
