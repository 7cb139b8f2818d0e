import { findingChanges } from '../../../outbound/transactions/changes/findingChanges';
import { readingStates } from '../../../outbound/transactions/changes/statesText';
import { readingState, writingState } from '../../../outbound/transactions/changes/stateText';
import { SCOPE, stateAfter, windowOf, type Sample } from './support';
import { counted } from '../../support/counted';
import { newKey } from '../../support/sealing';
import { changesSince } from '../../support/inOneGo';

const KEYS = { connectionKey: newKey(), previousConnectionKey: '' };
const COUNT = 400;

const many = (first: string): Sample[] =>
	Array.from({ length: COUNT }, (_, row) => ({
		id: `${first}${row}`,
		on: `2026-01-${String(1 + (row % 28)).padStart(2, '0')}`,
		amount: row,
		pending: row % 4 === 0,
	}));

it('a state is written and read in steps of one transaction', () => {
	const state = stateAfter(many('a'));
	const written = counted(writingState(state, SCOPE, KEYS));
	const read = counted(readingState(written.result, SCOPE, KEYS));
	const stored = counted(readingStates(written.result, SCOPE.connectionId, ['a1'], KEYS));
	expect(read.result).toEqual({ kind: 'state', state });
	expect(stored.result.of('a1')).toEqual({ kind: 'state', state });
	expect([written.turns, read.turns, stored.turns]).toEqual([COUNT, COUNT, COUNT]);
});

it('changes are found in steps, more of them where transactions have to be told apart', () => {
	const before = stateAfter(many('a'));
	const same = counted(findingChanges(before, windowOf(many('a'))));
	const others = counted(findingChanges(before, windowOf(many('b'))));
	expect(same.result).toEqual(changesSince(before, windowOf(many('a'))));
	expect(others.result).toEqual(changesSince(before, windowOf(many('b'))));
	expect(same.turns).toBeGreaterThanOrEqual(5);
	expect(others.turns).toBeGreaterThanOrEqual(2 * COUNT);
});
