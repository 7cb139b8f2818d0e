import fc from 'fast-check';
import { comparing, vanished } from '../../../outbound/registrations/changes/compare';
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

	it('keeps IDs that are no numbers, and signs that it is taken apart by', () => {
		const seen: Seen = new Map();
		putSeen(seen, 'a|b=c', "'1,2", 'A+B:C');
		putSeen(seen, 'a|b=c', '007', 'A+B:C');
		for (const id of ['1010', '1000']) putSeen(seen, '%7c', id, '');
		const state = { batch: 0, wasEmpty: true, seen };
		expect(seenText(state)).toBe(
			"flinks-registrations.v1|0|1|A%2bB%3aC,|a%7cb%3dc=0:''1%2c2,'007|%257c=1:rs,a",
		);
		expect(seenIn(seenText(state))).toEqual(state);
	});

	it('keeps more than ten statuses, and numbers too long to count with', () => {
		const seen: Seen = new Map();
		for (let at = 0; at < 12; at += 1) putSeen(seen, 'dc-1', String(at), `S${at}`);
		putSeen(seen, 'dc-1', '999999999999999', 'S0');
		putSeen(seen, 'dc-1', '1000000000000001', 'S0');
		const state = { batch: 12, wasEmpty: false, seen };
		const text = seenText(state);
		expect(text).toContain("=0:0,9ugxnorjlr,'1000000000000001+1:1+");
		expect(seenIn(text)).toEqual(state);
	});

	it.each([
		['head', 'x|3|0|A|dc-1=0:rs'],
		['count', 'flinks-registrations.v1|x3|0|A|dc-1=0:rs'],
		['count', 'flinks-registrations.v1|3x|0|A|dc-1=0:rs'],
		['count', 'flinks-registrations.v1'],
		['sign of an empty look', 'flinks-registrations.v1|3|10|A|dc-1=0:rs'],
		['sign of an empty look', 'flinks-registrations.v1|3|01|A|dc-1=0:rs'],
		['sign of an empty look', 'flinks-registrations.v1|3'],
		['recipient', 'flinks-registrations.v1|3|0|A|dc-1=0:rs=0:rs'],
		['recipient', 'flinks-registrations.v1|3|0|A|dc-1'],
		['status', 'flinks-registrations.v1|3|0|A|dc-1=x0:rs'],
		['status', 'flinks-registrations.v1|3|0|A|dc-1=0x:rs'],
		['status', 'flinks-registrations.v1|3|0|A|dc-1= 0:rs'],
		['status', 'flinks-registrations.v1|3|0|A|dc-1=0 :rs'],
		['status', 'flinks-registrations.v1|3|0|A|dc-1=1:rs'],
		['list of providers', 'flinks-registrations.v1|3|0|A|dc-1=0'],
		['list of providers', 'flinks-registrations.v1|3|0|A|dc-1=0:rs:rs'],
		['provider', 'flinks-registrations.v1|3|0|A|dc-1=0:!,rs'],
		['provider', 'flinks-registrations.v1|3|0|A|dc-1=0:rs,!'],
		['provider', 'flinks-registrations.v1|3|0|A|dc-1=0:'],
	])('is not read with an odd %s: %s', (_, text) => {
		expect(seenIn('flinks-registrations.v1|3|0|A|dc-1=0:rs')).toEqual({
			batch: 3,
			wasEmpty: false,
			seen: new Map([['dc-1', new Map([['1000', 'A']])]]),
		});
		expect(seenIn(text)).toBeUndefined();
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

	it('takes one row for each pair, and none without a recipient or a provider', () => {
		const refused = row({ registration_status: 'REJECTED' });
		const odd = [row({ client_id: 'UNKNOWN' }), row({ provider_id: 'UNKNOWN' })];
		const { changes, seen } = firstLook([refused, ...odd, row()]);
		expect(changes).toMatchObject([{ kind: 'listed', recipientId: 'dc-1', status: 'ACTIVE' }]);
		expect([...seen.keys()]).toEqual(['dc-1']);
		expect(seen.get('dc-1')).toEqual(new Map([['1000', 'ACTIVE']]));
	});

	it('takes a status that cannot be read any more for no change', () => {
		const { seen } = firstLook([row()]);
		const after = compareWith(seen, [row({ registration_status: 'UNKNOWN' })]);
		expect(after.changes).toEqual([]);
		expect(after.seen).toEqual(seen);
	});

	it('names the last status of what vanished, where one could be read', () => {
		const pair = { recipientId: 'dc-1', providerId: '1000' };
		const last = (seen: Seen) => vanished(seen, pair).previousStatus;
		expect(last(firstLook([row()]).seen)).toBe('ACTIVE');
		expect(last(firstLook([row({ registration_status: 'UNKNOWN' })]).seen)).toBeNull();
		expect(last(new Map())).toBeNull();
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
