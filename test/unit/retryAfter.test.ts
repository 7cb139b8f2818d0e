import fc from 'fast-check';

import { parseRetryAfter } from '../../outbound/http/retry/retryAfter';

const NOW = Date.UTC(2026, 10, 20, 12, 0, 0);

describe('Retry-After', () => {
	it.each([
		['0', 0],
		['7', 7_000],
		[' 120 ', 120_000],
		['1.5', 1_500],
		['0.25', 250],
		['999999999', 999_999_999_000],
	])('reads the seconds in "%s"', (text, ms) => {
		expect(parseRetryAfter(text, NOW)).toBe(ms);
	});

	it('reads a date, from now', () => {
		expect(parseRetryAfter('Fri, 20 Nov 2026 12:00:30 GMT', NOW)).toBe(30_000);
		expect(parseRetryAfter(' Fri, 20 Nov 2026 12:00:30 GMT ', NOW)).toBe(30_000);
	});

	it('takes a date in the past for no wait', () => {
		expect(parseRetryAfter('Fri, 20 Nov 2026 11:59:59 GMT', NOW)).toBe(0);
		expect(parseRetryAfter('Thu, 01 Jan 1970 00:00:00 GMT', NOW)).toBe(0);
	});

	it.each([
		undefined,
		'',
		' ',
		'soon',
		'-1',
		'+1',
		'1e3',
		'0x10',
		'1.2345',
		'1,5',
		'7 seconds',
		'in 7',
		'1234567890',
		'2026-11-20T12:00:30Z',
		'Fri, 20 Nov 2026 12:00:30 CET',
		'Fri, 20 Nov 2026 12:00:30 GMT tomorrow',
		'not before Fri, 20 Nov 2026 12:00:30 GMT',
		'Mon, 99 Abc 2026 25:61:61 GMT',
		'Infinity',
		'NaN',
	])('ignores %p', (text) => {
		expect(parseRetryAfter(text, NOW)).toBeUndefined();
	});

	it('gives a wait or nothing, whatever the text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				const ms = parseRetryAfter(text, NOW);
				expect(ms === undefined || (Number.isFinite(ms) && ms >= 0)).toBe(true);
			}),
		);
	});

	it('reads every whole number of seconds and every date', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 999_999_999 }), (seconds) => {
				expect(parseRetryAfter(String(seconds), NOW)).toBe(seconds * 1000);
				const date = new Date(NOW + (seconds % 10_000_000) * 1000).toUTCString();
				expect(parseRetryAfter(date, NOW)).toBe((seconds % 10_000_000) * 1000);
			}),
		);
	});
});
