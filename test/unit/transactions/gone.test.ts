import type { Entry } from '../../../outbound/transactions/changes/entry';
import { sortGone } from '../../../outbound/transactions/changes/gone';
import { startText } from '../../../outbound/transactions/changes/start';
import { syncIdOf } from '../../../outbound/transactions/changes/syncId';
import { UNKNOWN_DAY } from '../../../outbound/transactions/day';
import { SCOPE, stateAfter, windowOf } from './support';

const [POSTED] = stateAfter([{ id: 'a', on: '2026-01-10', amount: 1 }]).entries;
const [PENDING] = stateAfter([{ id: 'a', on: '2026-01-10', amount: 1, pending: true }]).entries;

describe('what is not listed any more', () => {
	const on = (entry: Entry | undefined, day: number): Entry => {
		if (!entry) throw new Error('There is no entry');
		return { ...entry, day };
	};
	const sorted = (...gone: Entry[]) => {
		const { missing, later, pending } = sortGone(gone, windowOf([], { from: 100, to: 110 }));
		return { missing: missing.map(({ day }) => day), later: later.map(({ day }) => day), pending };
	};

	it('is missing within the window, but not on its first day', () => {
		const days = [99, 100, 101, 105, 110, 111, 112].map((day) => on(POSTED, day));
		expect(sorted(...days)).toEqual({ missing: [101, 105, 110], later: [111, 112], pending: 0 });
	});

	it('is counted where it was pending and is out of sight', () => {
		const days = [UNKNOWN_DAY, 99, 100, 101, 111].map((day) => on(PENDING, day));
		expect(sorted(...days)).toEqual({ missing: [101], later: [111], pending: 3 });
		expect(sorted(on(POSTED, UNKNOWN_DAY))).toEqual({ missing: [], later: [], pending: 0 });
	});
});

describe('why a run began anew', () => {
	it.each([
		['asked', 'Get Changes was asked to start again.'],
		['malformed', 'The sync state is cut or is none.'],
		['unknown-key', 'The sync state was sealed with another connection key.'],
		['tampered', 'The sync state was changed after it was given out.'],
		['not-sealed', 'The sync state is not sealed, although the credential has a connection key.'],
		['other-connection', 'The sync state is of another connection.'],
		['other-account', 'The sync state is of another account.'],
		['too-old', 'The sync state is too old to catch up from.'],
		['from-the-future', 'The sync state is of a later day than today: a clock is or was wrong.'],
	] as const)('%s: %s', (reason, happened) => {
		expect(startText(reason, '2026-01-02')).toBe(
			`${happened} Everything since 2026-01-02 is listed as added. Delete the rows that you keep of this account with that syncDate or a later one, then store the new ones.`,
		);
	});

	it('is nothing to talk of the first time', () => {
		expect(startText('first-time', '2026-01-02')).toBeUndefined();
	});
});

it('a sync ID differs by account, key, day and try, and by nothing else', () => {
	const ids = [
		syncIdOf(SCOPE, 'k'),
		syncIdOf(SCOPE, 'other'),
		syncIdOf({ ...SCOPE, accountId: 'x' }, 'k'),
		syncIdOf({ ...SCOPE, connectionId: 'x' }, 'k'),
		syncIdOf(SCOPE, 'k', 5),
		syncIdOf(SCOPE, 'k', 6),
		syncIdOf(SCOPE, 'k', 5, 1),
		syncIdOf(SCOPE, 'k', undefined, 1),
		syncIdOf(SCOPE, 'k', undefined, 2),
	];
	expect(new Set(ids).size).toBe(ids.length);
	for (const id of ids) expect(id).toMatch(/^[\w-]{12}$/);
	expect(syncIdOf(SCOPE, 'k', undefined, 0)).toBe(ids[0]);
});
