import fc from 'fast-check';
import { pairKey, pairsOf, type Pair } from '../../../outbound/registrations/pairs';
import { countReads } from './countReads';
import type { Registration } from '../../../outbound/model/types';
import { rowsByPair, uniquePairs } from '../../support/inOneGo';

const row = (
	client_id: string,
	provider_id: number,
	registration_status = 'ACTIVE',
	requested_on = '',
) => ({
	client_id,
	provider_id,
	registration_status,
	requested_on,
});
const pair = (recipientId: string, providerId: string) => ({ recipientId, providerId });
const anyPair = fc.record({
	recipientId: fc.string({ maxLength: 4 }),
	providerId: fc.nat({ max: 30 }).map(String),
});

function missingPairs(asked: readonly Pair[], rows: Iterable<Registration>): Pair[] {
	const reported = rowsByPair(rows);
	return uniquePairs(asked).filter((one) => !reported.get(one));
}

describe('pairs', () => {
	it('has one key per pair, whatever the ids look like', () => {
		expect(pairKey('a', '11')).not.toBe(pairKey('a1', '1'));
		fc.assert(
			fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (a, b, c, d) => {
				expect(pairKey(a, b) === pairKey(c, d)).toBe(a === c && b === d);
			}),
		);
	});

	it('keeps the first of repeated pairs', () => {
		expect(uniquePairs([pair('a', '1'), pair('b', '1'), pair('a', '1')])).toEqual([
			pair('a', '1'),
			pair('b', '1'),
		]);
	});
});

describe('pairsOf', () => {
	it('is every recipient with every provider', () => {
		expect(pairsOf(['a', 'b'], ['1', '2'])).toEqual([
			pair('a', '1'),
			pair('a', '2'),
			pair('b', '1'),
			pair('b', '2'),
		]);
		expect(pairsOf(['a'], [])).toEqual([]);
	});
});

describe('registrations by pair', () => {
	it('finds the row of a pair although Flinks answers with numbers', () => {
		const found = row('dc-1', 1000);
		expect(rowsByPair([found]).get(pair('dc-1', '1000'))).toBe(found);
		expect(rowsByPair([found]).get(pair('dc-1', '2000'))).toBeUndefined();
	});

	it('misses exactly the asked pairs that are not reported, in order', () => {
		fc.assert(
			fc.property(fc.array(anyPair), fc.array(anyPair), (asked, reported) => {
				const rows = reported.map(({ recipientId, providerId }) =>
					row(recipientId, Number(providerId)),
				);
				const known = new Set(
					reported.map((one) => JSON.stringify([one.recipientId, one.providerId])),
				);
				const key = (one: { recipientId: string; providerId: string }) =>
					JSON.stringify([one.recipientId, one.providerId]);
				const expected = [...new Set(asked.map(key))].filter((one) => !known.has(one));
				expect(missingPairs(asked, rows).map(key)).toEqual(expected);
			}),
		);
	});

	it('lets the active row count, then the newest', () => {
		const active = row('a', 1, 'ACTIVE', '2024-01-01T00:00:00Z');
		const newer = row('a', 1, 'PENDING_APPROVAL', '2026-01-01T00:00:00.1234567Z');
		const older = row('a', 1, 'REJECTED', '2025-01-01T00:00:00Z');
		expect(rowsByPair([newer, active, older]).get(pair('a', '1'))).toBe(active);
		expect(rowsByPair([active, newer]).get(pair('a', '1'))).toBe(active);
		expect(rowsByPair([newer, older]).get(pair('a', '1'))).toBe(newer);
		expect(rowsByPair([older, newer]).get(pair('a', '1'))).toBe(newer);
	});

	it('lets the last of equals count, and one with a date before one without', () => {
		const [one, other] = [row('a', 1, 'REJECTED', '2025-01-01'), row('a', 1, 'X', '2025-01-01')];
		expect(rowsByPair([one, other]).get(pair('a', '1'))).toBe(other);
		const undated = row('a', 1, 'PENDING_APPROVAL');
		expect(rowsByPair([one, undated]).get(pair('a', '1'))).toBe(one);
		expect(rowsByPair([undated, one]).get(pair('a', '1'))).toBe(one);
	});

	it('knows which pairs a row whose IDs cannot be read may hold', () => {
		const UNREAD = 'UNKNOWN';
		const asked = [pair('a', '1'), pair('a', '2'), pair('b', '1'), pair('b', '2')];
		const held = (...rows: Array<{ client_id: string; provider_id: string | number }>) => {
			const index = rowsByPair(rows.map((ids) => ({ ...row('', 0), ...ids })));
			return asked.map(index.mayHold);
		};
		expect(held({ client_id: 'a', provider_id: 1 })).toEqual([false, false, false, false]);
		expect(held({ client_id: 'a', provider_id: UNREAD })).toEqual([true, true, false, false]);
		expect(held({ client_id: UNREAD, provider_id: 1 })).toEqual([true, false, true, false]);
		expect(held({ client_id: UNREAD, provider_id: UNREAD })).toEqual([true, true, true, true]);
		expect(held()).toEqual([false, false, false, false]);
	});

	it('reads each row as often, however many there are', () => {
		const readsPerRow = (count: number) => {
			const rows = Array.from({ length: count }, (_, at) => row(`dc-${at % 30}`, at));
			const asked = rows.map((one) => pair(one.client_id, String(one.provider_id)));
			const counted = countReads(rows);
			expect(missingPairs(asked, counted.rows)).toEqual([]);
			return counted.perRow;
		};
		expect(readsPerRow(4000)).toBe(readsPerRow(400));
	});
});
