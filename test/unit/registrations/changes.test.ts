import fc from 'fast-check';
import { comparing } from '../../../outbound/registrations/changes/compare';
import { counted } from '../../support/counted';
import { compareWith, firstLook } from '../../support/inOneGo';
import { putSeen, type Seen } from '../../../outbound/registrations/changes/seen';
import { seenIn, seenText } from '../../../outbound/registrations/changes/seenText';
import { many, row } from './rows';

describe('the state as a text', () => {
	it('is read as it was written, whatever the IDs and statuses hold', () => {
		const entry = fc.tuple(
			fc.oneof(fc.string(), fc.constantFrom('dc-1', '__proto__', '', 'a|b=c+d:e,f%25')),
			fc.oneof(fc.nat().map(String), fc.string(), fc.constantFrom('007', "'1", '1,2', '-1')),
			fc.oneof(fc.string(), fc.constantFrom('ACTIVE', '', ' ', ',', '%')),
		);
		fc.assert(
			fc.property(fc.array(entry), fc.nat(), fc.boolean(), (entries, batch, wasEmpty) => {
				const seen: Seen = new Map();
				for (const [recipient, provider, status] of entries) {
					putSeen(seen, recipient, provider, status);
				}
				const state = { batch, wasEmpty, seen };
				expect(seenIn(seenText(state))).toEqual(state);
			}),
		);
	});

	it('is not read where it is cut, or of another version', () => {
		const text = seenText({ batch: 3, wasEmpty: false, seen: firstLook(many(2, 2)).seen });
		expect(seenIn(text)?.batch).toBe(3);
		for (const other of [
			'',
			'x',
			text.replace('v1', 'v2'),
			text.replace('=', ''),
			text.replace(':', ''),
			text.replace('0:', '9:'),
			text.slice(0, text.indexOf('=') + 3),
		]) {
			expect(seenIn(other)).toBeUndefined();
		}
	});
});

describe('comparing', () => {
	it('lets n8n have its turns: twice for each registration that is listed', () => {
		const rows = many(20, 50);
		expect(counted(comparing(firstLook(rows).seen, rows)).turns).toBeGreaterThanOrEqual(2_000);
	});

	it('finds nothing in the same list in another order, with rows repeated', () => {
		const rows = many(20, 10);
		const { seen } = firstLook(rows);
		const again = [...rows].reverse();
		expect(compareWith(seen, [...again, ...again])).toMatchObject({ changes: [], missing: [] });
	});

	it('finds nothing missing where a row whose IDs cannot be read may be it', () => {
		const { seen } = firstLook([row(), row({ provider_id: 2000 }), row({ client_id: 'dc-2' })]);
		const odd = row({ client_id: 'dc-1', provider_id: 'UNKNOWN' });
		const { changes, missing, seen: next } = compareWith(seen, [odd]);
		expect(changes).toEqual([]);
		expect(missing).toEqual([{ recipientId: 'dc-2', providerId: '1000' }]);
		expect(next.get('dc-1')?.size).toBe(2);
	});

	it('tells a status that is readable at last of one that was there from one that came later', () => {
		const unread = row({ registration_status: 'UNKNOWN' });
		const first = firstLook([unread]).seen;
		expect(compareWith(first, [row()]).changes).toEqual([]);
		const later = compareWith(new Map(), [unread]);
		expect(later.changes).toMatchObject([{ kind: 'new', status: 'UNKNOWN' }]);
		expect(compareWith(later.seen, [row()]).changes).toMatchObject([
			{ kind: 'statusChanged', previousStatus: null, status: 'ACTIVE' },
		]);
	});
});
