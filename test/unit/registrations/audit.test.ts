import fc from 'fast-check';
import {
	auditSummary,
	filterRegistrations,
	recipientSummaries,
	registrationRow,
} from '../../../outbound/registrations/audit';
import { countReads } from './countReads';
import type { Registration } from '../../../outbound/model/types';

const NOW = Date.UTC(2026, 10, 20, 12);
const DAY = 86_400_000;
const daysAgo = (days: number) => new Date(NOW - days * DAY).toISOString().replace('Z', '1234Z');
const row = (over: Partial<Registration> = {}): Registration => ({
	client_id: 'dc-1',
	client_name: 'Maple Budget',
	provider_id: 1000,
	provider_name: 'Flinks Capital',
	country: 'CA',
	registration_status: 'PENDING_APPROVAL',
	requested_on: daysAgo(3.5),
	...over,
});
const rows = [
	row(),
	row({ provider_id: 2000, registration_status: 'ACTIVE', requested_on: daysAgo(90) }),
	row({
		client_id: 'dc-2',
		client_name: 'Loon Loans',
		provider_id: 4013,
		country: 'US',
		registration_status: 'PENDING_ACTIVATION',
		requested_on: daysAgo(12),
	}),
	row({
		client_id: 'dc-2',
		client_name: 'Loon Loans',
		registration_status: 'Suspended',
		requested_on: null,
	}),
];
const anyRow = fc.record({
	client_id: fc.constantFrom('dc-1', 'dc-2', '__proto__'),
	client_name: fc.option(fc.string()),
	provider_id: fc.oneof(fc.nat({ max: 9 }), fc.string()),
	country: fc.option(fc.string()),
	registration_status: fc.oneof(
		fc.constantFrom('ACTIVE', 'PENDING_APPROVAL', 'UNKNOWN', '__proto__'),
		fc.string(),
	),
	requested_on: fc.option(fc.oneof(fc.string(), fc.nat({ max: 400 }).map(daysAgo))),
});

describe('registrationRow', () => {
	it('names what Flinks names, readably', () => {
		expect(registrationRow(row(), NOW)).toEqual({
			recipientId: 'dc-1',
			recipientName: 'Maple Budget',
			providerId: '1000',
			providerName: 'Flinks Capital',
			country: 'CA',
			status: 'PENDING_APPROVAL',
			requestedOn: '2026-11-17T00:00:00.000Z',
			daysWaiting: 3,
		});
	});

	it('has no waiting days once active, and null for days that are not known', () => {
		expect(registrationRow(row({ registration_status: 'ACTIVE' }), NOW)).not.toHaveProperty(
			'daysWaiting',
		);
		expect(registrationRow(row({ registration_status: 'UNKNOWN' }), NOW)).toMatchObject({
			status: 'UNKNOWN',
			daysWaiting: null,
			requestedOn: '2026-11-17T00:00:00.000Z',
		});
		expect(registrationRow(row({ requested_on: 'n/a' }), NOW)).toMatchObject({
			daysWaiting: null,
			requestedOn: null,
		});
		expect(registrationRow(row({ registration_status: ' active ' }), NOW).status).toBe('ACTIVE');
	});

	it('bears rows that hold the ids alone', () => {
		expect(
			registrationRow({ client_id: 'a', provider_id: 1, registration_status: 'UNKNOWN' }, NOW),
		).toMatchObject({
			recipientName: '',
			providerName: '',
			country: '',
			status: 'UNKNOWN',
			requestedOn: null,
		});
	});
});

describe('filterRegistrations', () => {
	const ids = (filters: Parameters<typeof filterRegistrations>[1]) =>
		filterRegistrations(rows, filters, NOW).map((one) => rows.indexOf(one));

	it.each<[string, Parameters<typeof filterRegistrations>[1], number[]]>([
		['nothing', {}, [0, 1, 2, 3]],
		['empty lists', { statuses: [], countries: [], providerIds: [] }, [0, 1, 2, 3]],
		['statuses', { statuses: ['PENDING_APPROVAL', 'ACTIVE'] }, [0, 1]],
		['a status not known yet, in any case', { statuses: ['suspended'] }, [3]],
		['a status with blanks around it', { statuses: [' active '] }, [1]],
		['countries', { countries: ['us'] }, [2]],
		['providers', { providerIds: ['1000'] }, [0, 3]],
		['age, active ones left out', { waitingLongerThanDays: 3 }, [0, 2]],
		['a higher age', { waitingLongerThanDays: 4 }, [2]],
		['age 0', { waitingLongerThanDays: 0 }, [0, 2]],
		['all together', { statuses: ['PENDING_ACTIVATION'], countries: ['CA'] }, []],
	])('keeps by %s', (_name, filters, expected) => {
		expect(ids(filters)).toEqual(expected);
	});

	it('keeps by a country none that has no country', () => {
		const { country: _, ...nowhere } = row();
		expect(filterRegistrations([nowhere], { countries: ['CA'] }, NOW)).toEqual([]);
	});

	it('counts none among the waiting of which Flinks gives no status', () => {
		const odd = [row({ registration_status: null as unknown as string, requested_on: daysAgo(9) })];
		expect(filterRegistrations(odd, { waitingLongerThanDays: 3 }, NOW)).toEqual([]);
		expect(filterRegistrations(odd, { statuses: ['UNKNOWN'] }, NOW)).toEqual(odd);
	});

	it('waits longer than N days only after N days to the millisecond', () => {
		const exactly = [row({ requested_on: new Date(NOW - 3 * DAY).toISOString() })];
		expect(filterRegistrations(exactly, { waitingLongerThanDays: 3 }, NOW)).toEqual([]);
		expect(filterRegistrations(exactly, { waitingLongerThanDays: 3 }, NOW + 1)).toEqual(exactly);
	});
});

describe('auditSummary', () => {
	it('counts, and names who waits longest', () => {
		const summary = auditSummary(rows, NOW);
		expect(summary).toMatchObject({
			total: 4,
			active: 1,
			waiting: 3,
			recipients: 2,
			providers: 3,
			byStatus: { PENDING_APPROVAL: 1, PENDING_ACTIVATION: 1, ACTIVE: 1, SUSPENDED: 1 },
			maxDaysWaiting: 12,
			averageDaysWaiting: 7.8,
			oldestWaiting: { recipientId: 'dc-2', providerId: '4013', daysWaiting: 12 },
		});
		expect(summary.longestWaiting.map(({ daysWaiting }) => daysWaiting)).toEqual([12, 3]);
	});

	it('names the longest waiting first, in whatever order they come', () => {
		for (const days of [
			[12, 3, 7],
			[3, 12, 7],
			[7, 3, 12],
		]) {
			const some = days.map((each) => row({ requested_on: daysAgo(each) }));
			const { longestWaiting } = auditSummary(some, NOW);
			expect(longestWaiting.map(({ daysWaiting }) => daysWaiting)).toEqual([12, 7, 3]);
		}
	});

	it('says so when nothing is there', () => {
		expect(auditSummary([], NOW)).toEqual({
			total: 0,
			active: 0,
			waiting: 0,
			unknown: 0,
			recipients: 0,
			providers: 0,
			byStatus: { PENDING_APPROVAL: 0, PENDING_ACTIVATION: 0, ACTIVE: 0 },
			oldestWaiting: null,
			maxDaysWaiting: null,
			averageDaysWaiting: null,
			longestWaiting: [],
		});
	});

	it('names ten at most, oldest first', () => {
		const many = Array.from({ length: 25 }, (_, days) => row({ requested_on: daysAgo(days) }));
		expect(auditSummary(many, NOW).longestWaiting.map(({ daysWaiting }) => daysWaiting)).toEqual([
			24, 23, 22, 21, 20, 19, 18, 17, 16, 15,
		]);
	});

	it('counts every row once, whatever the statuses', () => {
		fc.assert(
			fc.property(fc.array(anyRow), (some) => {
				const summary = auditSummary(some, NOW);
				const counted = Object.values(summary.byStatus).reduce((sum, count) => sum + count, 0);
				expect(counted).toBe(some.length);
				expect(summary.active + summary.waiting + summary.unknown).toBe(summary.total);
				const perRecipient = recipientSummaries(some, NOW);
				expect(perRecipient.reduce((sum, one) => sum + one.total, 0)).toBe(some.length);
				expect(perRecipient).toHaveLength(summary.recipients);
			}),
		);
	});

	it('counts a row without a status as unknown, neither active nor waiting', () => {
		const odd = ['UNKNOWN', 'unknown', ' '].map((registration_status) =>
			row({ registration_status, requested_on: daysAgo(400) }),
		);
		expect(auditSummary([row(), ...odd], NOW)).toMatchObject({
			total: 4,
			active: 0,
			waiting: 1,
			unknown: 3,
			byStatus: { UNKNOWN: 3 },
			maxDaysWaiting: 3,
		});
	});

	it.each(['audit', 'summaries'])('reads each row as often, however many there are: %s', (view) => {
		const readsPerRow = (count: number) => {
			const counted = countReads(
				Array.from({ length: count }, (_, at) =>
					row({ client_id: `dc-${at % 20}`, requested_on: daysAgo(at % 300) }),
				),
			);
			if (view === 'audit') auditSummary(counted.rows, NOW);
			else recipientSummaries(counted.rows, NOW);
			return counted.perRow;
		};
		expect(readsPerRow(4000)).toBeLessThanOrEqual(readsPerRow(400));
	});
});

describe('recipientSummaries', () => {
	it('names a recipient as any of its rows does, and has no name where none does', () => {
		const { client_name: _, ...nameless } = row();
		const names = (...some: Registration[]) =>
			recipientSummaries(some, NOW).map(({ recipientName }) => recipientName);
		expect(names(nameless, row())).toEqual(['Maple Budget']);
		expect(names(nameless)).toEqual(['']);
	});

	it('gives each recipient its own counts, in order of appearance', () => {
		expect(recipientSummaries(rows, NOW)).toMatchObject([
			{
				recipientId: 'dc-1',
				recipientName: 'Maple Budget',
				total: 2,
				active: 1,
				waiting: 1,
				providers: 2,
				maxDaysWaiting: 3,
				oldestWaiting: { providerId: '1000' },
			},
			{
				recipientId: 'dc-2',
				recipientName: 'Loon Loans',
				total: 2,
				active: 0,
				waiting: 2,
				maxDaysWaiting: 12,
				byStatus: { SUSPENDED: 1 },
			},
		]);
	});
});
