import { seenText } from '../../../outbound/registrations/changes/seenText';
import type { Registration } from '../../../outbound/model/types';
import { compareWith, firstLook } from '../../support/inOneGo';
import { countReads } from './countReads';
import { many } from './rows';

const bytesOf = (rows: readonly Registration[]) =>
	seenText({ batch: 1, wasEmpty: false, seen: firstLook(rows).seen }).length;

describe('comparing many registrations', () => {
	it('takes the same steps for each registration, however many there are', () => {
		const steps = [1_000, 10_000, 100_000].map((count) => {
			const before = firstLook(many(count / 50, 50)).seen;
			const now = many(count / 50, 50).map((each, index) =>
				index % 10 === 0 ? { ...each, registration_status: 'SUSPENDED' } : each,
			);
			const counted = countReads(now);
			expect(compareWith(before, counted.rows).changes).toHaveLength(count / 10);
			return counted.perRow;
		});
		expect(new Set(steps.map(Math.round)).size).toBe(1);
	});
});

describe('the state of many registrations as a text', () => {
	it('takes as many bytes for 100,000 registrations as docs/triggers.md says', () => {
		expect(bytesOf(many(2_000, 50))).toBeLessThan(320_000);
		expect(bytesOf(many(100, 1_000))).toBeLessThan(220_000);
		expect(bytesOf(many(100_000, 1))).toBeLessThan(3_600_000);
	});
});
