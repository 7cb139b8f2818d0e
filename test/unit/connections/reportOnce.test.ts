import { randomUUID } from 'node:crypto';

import { reportOnce } from '../../../outbound/connections/reportOnce';
import type { SpentLinks } from '../../../outbound/connections/spentLinks';
import { NOW } from './support';

const DAY_MS = 24 * 60 * 60_000;

function storeWith(content: SpentLinks = {}) {
	const written: SpentLinks[] = [];
	const read = () => written.at(-1) ?? content;
	return { written, read, write: (next: SpentLinks) => void written.push(next) };
}

describe('a problem that anybody can bring about', () => {
	it('is news once a day', () => {
		const what = [randomUUID(), 'the key is weak'];
		const store = storeWith();
		expect(reportOnce(store, what, NOW)).toBe(true);
		expect(reportOnce(store, what, NOW + 1)).toBe(false);
		expect(reportOnce(store, what, NOW + DAY_MS - 1)).toBe(false);
		expect(reportOnce(store, what, NOW + DAY_MS)).toBe(true);
		expect(store.written).toHaveLength(2);
	});

	it('is another at another place, or with other words', () => {
		const place = randomUUID();
		const store = storeWith();
		expect(reportOnce(store, [place, 'a'], NOW)).toBe(true);
		expect(reportOnce(store, [place, 'b'], NOW)).toBe(true);
		expect(reportOnce(store, [`${place}x`, 'a'], NOW)).toBe(true);
		expect(reportOnce(store, [`${place}a`], NOW)).toBe(true);
	});

	it('is known although another was told since', () => {
		const [one, other] = [[randomUUID()], [randomUUID()]];
		expect(reportOnce(storeWith(), one, NOW)).toBe(true);
		expect(reportOnce(storeWith(), other, NOW)).toBe(true);
		expect(reportOnce(storeWith(), one, NOW)).toBe(false);
	});

	it('is known before n8n has kept what the store holds, and after a restart', () => {
		const what = [randomUUID()];
		const first = storeWith({ 'a-spent-link': 7 });
		reportOnce(first, what, NOW);
		expect(reportOnce(storeWith(), what, NOW + 1)).toBe(false);
		const [kept = {}] = first.written;
		expect(kept).toEqual({
			'a-spent-link': 7,
			[Object.keys(kept)[1] ?? '']: NOW + DAY_MS,
		});
		expect(Object.keys(kept)[1]).toMatch(/^problem [\w-]{22}$/);
	});

	it('is known from the store alone, as after a restart', () => {
		const what = [randomUUID()];
		const first = storeWith();
		reportOnce(first, what, NOW);
		// Two days on this process has forgotten it; a store that says later still knows.
		const [key = ''] = Object.keys(first.written[0] ?? {});
		const later = NOW + 2 * DAY_MS;
		expect(reportOnce(storeWith({ [key]: later + 1 }), what, later)).toBe(false);
		expect(reportOnce(storeWith({ [key]: later }), what, later)).toBe(true);
	});
});
