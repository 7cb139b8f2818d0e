import { newKey } from '../../support/sealing';
import { SCOPE, stateAfter, windowOf } from './support';
import { changesSince, openStates, stateText } from '../../support/inOneGo';

const KEYS = { connectionKey: newKey(), previousConnectionKey: '' };
const scopeOf = (accountId: string, connectionId = 'c1') => ({ connectionId, accountId });
const state = stateAfter([{ id: 't1', on: '2026-01-10', amount: 1 }]);
const textOf = (accountId: string, connectionId = 'c1') =>
	stateText(state, scopeOf(accountId, connectionId), KEYS);
const NONE = { kind: 'none', reason: 'first-time' };

describe('the states stored beside a connection', () => {
	it('are taken apart for the accounts of a run, and the others are handed on', () => {
		const [one, two, three] = [textOf('a1'), textOf('a2'), textOf('a3')];
		const opened = openStates(`${one}\n  ${two} ${three} `, 'c1', ['a1', 'a2', 'new'], KEYS);
		expect(opened.of('a1')).toMatchObject({ kind: 'state' });
		expect(opened.of('a2')).toMatchObject({ kind: 'state' });
		expect([opened.textOf('a1'), opened.textOf('a2')]).toEqual([one, two]);
		expect(opened.of('new')).toEqual(NONE);
		expect(opened.textOf('new')).toBeUndefined();
		expect(opened.others).toEqual([three]);
	});

	it.each([undefined, null, '', '  \n', [], [null]])(
		'are none for the first time: %j',
		(stored) => {
			const opened = openStates(stored, 'c1', ['a1'], KEYS);
			expect(opened.of('a1')).toEqual(NONE);
			expect(opened.others).toEqual([]);
		},
	);

	it('may come as a list', () => {
		const opened = openStates([textOf('a1'), textOf('a2')], 'c1', ['a1', 'a2'], KEYS);
		expect(['a1', 'a2'].map((id) => opened.of(id).kind)).toEqual(['state', 'state']);
	});

	it('are of the latest run where there are two of an account', () => {
		const { nextState } = changesSince(
			state,
			windowOf([{ id: 't1', on: '2026-01-10', amount: 1 }]),
		);
		const later = stateText(nextState, SCOPE, KEYS);
		expect(nextState.run).toBeGreaterThan(state.run);
		for (const stored of [`${textOf('a1')} ${later}`, `${later} ${textOf('a1')}`]) {
			const opened = openStates(stored, 'c1', ['a1'], KEYS);
			expect(opened.textOf('a1')).toBe(later);
			expect(opened.of('a1')).toMatchObject({ state: { run: nextState.run } });
		}
	});

	it('name what is wrong with the one of an account, and store nothing broken again', () => {
		const whole = textOf('a1');
		const broken = `${whole.slice(0, -4)}AAAA`;
		const opened = openStates(broken, 'c1', ['a1'], KEYS);
		expect(opened.of('a1')).toEqual({ kind: 'none', reason: 'tampered' });
		expect(opened.textOf('a1')).toBeUndefined();
		expect(opened.others).toEqual([]);
		expect(openStates(`${broken} ${whole}`, 'c1', ['a1'], KEYS).of('a1').kind).toBe('state');
	});

	it.each([7, {}, 'nonsense'])('name what is no state: %j', (stored) => {
		const opened = openStates(stored, 'c1', ['a1', 'a2'], KEYS);
		expect(opened.of('a1')).toEqual({ kind: 'none', reason: 'malformed' });
		expect(opened.of('a2')).toEqual({ kind: 'none', reason: 'malformed' });
	});

	it('name that they are of another connection or account where none is ours', () => {
		const foreign = openStates(textOf('a1', 'c2'), 'c1', ['a1'], KEYS);
		expect(foreign.of('a1')).toEqual({ kind: 'none', reason: 'other-connection' });
		expect(foreign.others).toEqual([]);
		const neighbour = openStates(textOf('a2'), 'c1', ['a1'], KEYS);
		expect(neighbour.of('a1')).toEqual({ kind: 'none', reason: 'other-account' });
		expect(neighbour.textOf('a1')).toBeUndefined();
		expect(neighbour.others).toHaveLength(1);
	});
});
