import fc from 'fast-check';
import {
	isoTimestamp,
	parseTimestamp,
	waitingDays,
} from '../../../outbound/registrations/timestamps';

const NOW = Date.UTC(2026, 10, 20, 12);
const DAY = 24 * 60 * 60 * 1000;

describe('parseTimestamp', () => {
	it.each([
		['2024-02-29T14:24:42.6009460Z', '2024-02-29T14:24:42.600Z'],
		['2024-02-29T14:24:42.6009460', '2024-02-29T14:24:42.600Z'],
		['2024-02-29T14:24:42.6009460-05:00', '2024-02-29T19:24:42.600Z'],
		['2024-02-29T14:24:42+0530', '2024-02-29T08:54:42.000Z'],
		['2024-02-29T14:24:42.5z', '2024-02-29T14:24:42.500Z'],
		['2024-02-29T14:24:42+18:59', '2024-02-28T19:25:42.000Z'],
		['2024-02-29 14:24', '2024-02-29T14:24:00.000Z'],
		['2024-02-29', '2024-02-29T00:00:00.000Z'],
		['2024-02-29+05:30', '2024-02-28T18:30:00.000Z'],
		['2024-02-29 -15:00', '2024-02-29T15:00:00.000Z'],
		['2024-02-29T14:24+05:00', '2024-02-29T09:24:00.000Z'],
		['2024-02-29T14:24:42.5+05:00', '2024-02-29T09:24:42.500Z'],
		[' 0001-01-01T00:00:00 ', '0001-01-01T00:00:00.000Z'],
	])('reads %s', (text, iso) => {
		expect(isoTimestamp(text)).toBe(iso);
	});

	it.each([
		undefined,
		null,
		'',
		0,
		{},
		'yesterday',
		'2023-02-29T00:00:00Z',
		'2024-13-01',
		'2024-00-10',
		'2024-01-01T24:00:00Z',
		'2024-01-31T24:00:00Z',
		'on 2024-01-01',
		'2024-01-01T10:60:00Z',
		'2024-01-01T10:00:60Z',
		'2024-01-01T10:00:00+19:00',
		'2024-01-01T10:00:00+01:60',
		'2024-01-01T10:00:00.',
		'20240101',
	])('gives nothing for %p', (value) => {
		expect(parseTimestamp(value)).toBeUndefined();
		expect(isoTimestamp(value)).toBeNull();
	});

	it('agrees with JavaScript on every moment, and drops digits below a millisecond', () => {
		fc.assert(
			fc.property(
				fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
				fc.nat({ max: 9999 }),
				(date, rest) => {
					const text = date.toISOString().replace('Z', `${String(rest).padStart(4, '0')}Z`);
					expect(parseTimestamp(text)).toBe(date.getTime());
				},
			),
		);
	});

	it('never fails on any text', () => {
		fc.assert(
			fc.property(fc.anything(), (value) => {
				parseTimestamp(value);
			}),
		);
	});
});

describe('waitingDays', () => {
	it('counts whole days only', () => {
		const at = (ms: number) => new Date(NOW - ms).toISOString();
		expect(waitingDays(at(0), NOW)).toBe(0);
		expect(waitingDays(at(DAY - 1), NOW)).toBe(0);
		expect(waitingDays(at(DAY), NOW)).toBe(1);
		expect(waitingDays(at(10 * DAY + 5), NOW)).toBe(10);
		expect(waitingDays(at(-DAY), NOW)).toBe(0);
		expect(waitingDays('soon', NOW)).toBeUndefined();
	});
});
