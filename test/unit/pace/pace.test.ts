import fc from 'fast-check';

import { createAllowedPace } from '../../../outbound/http/pace/allowed';
import { median } from '../../../outbound/http/pace/median';
import { createRecent } from '../../../outbound/http/pace/recent';
import { createSlots } from '../../../outbound/http/pace/slots';
import { statedPace } from '../../../outbound/http/pace/stated';

/** The most starts within any second. */
function mostInASecond(starts: readonly number[]): number {
	const within = starts.map((at) => starts.filter((one) => one >= at && one < at + 1_000).length);
	return Math.max(0, ...within);
}

describe('slots', () => {
	it('are never closer than they should be, however late one comes', () => {
		const lateness = fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 50 });
		fc.assert(
			fc.property(lateness, fc.integer({ min: 1, max: 200 }), (late, everyMs) => {
				const slots = createSlots();
				const starts: number[] = [];
				for (const ms of late) {
					const at = Math.max(slots.nextAt, starts.at(-1) ?? 0) + ms;
					slots.take(at, everyMs);
					starts.push(at);
				}
				starts.forEach((at, index) => {
					if (index > 0) expect(at - (starts[index - 1] ?? 0)).toBeGreaterThanOrEqual(everyMs);
				});
			}),
		);
	});

	it('make up for a late start where they may, and for no more', () => {
		const slots = createSlots(10);
		slots.take(0, 50);
		slots.take(56, 50);
		expect(slots.nextAt).toBe(96);
		slots.take(130, 50);
		expect(slots.nextAt).toBe(170);
	});
});

describe('a stated pace', () => {
	it('is one for all that have the same key, and another for other keys', () => {
		const [one, same, other] = ['a', 'a', 'b'].map((key) => statedPace(`one ${key}`, 4));
		one?.started(1_000);
		expect(same?.nextAt).toBe(1_250);
		expect(other?.nextAt).toBe(-Infinity);
	});

	it('of a quarter in each of four processes is the whole together', () => {
		const gaps = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 60 });
		let run = 0;
		fc.assert(
			fc.property(fc.array(gaps, { minLength: 4, maxLength: 4 }), (processes) => {
				run += 1;
				const starts = processes.flatMap((waits, index) => {
					// A process of its own has slots of its own.
					const pace = statedPace(`process ${run} ${index}`, 5);
					let now = 0;
					return waits.map((ms) => {
						now = Math.max(now + ms, pace.nextAt);
						pace.started(now);
						return now;
					});
				});
				expect(mostInASecond(starts)).toBeLessThanOrEqual(20);
			}),
		);
	});
});

describe('the pace that Flinks allows', () => {
	it('is not known before it refuses, and holds nothing back', () => {
		const pace = createAllowedPace();
		pace.started(5);
		pace.answered(5);
		expect(pace.nextAt).toBe(-Infinity);
		expect(pace.perSecond(5)).toBe(Infinity);
	});

	it('stays unknown where too little was answered to tell', () => {
		const pace = createAllowedPace();
		for (let sent = 0; sent < 9; sent += 1) pace.answered(1);
		pace.refused(5, 10);
		expect(pace.perSecond(5)).toBe(Infinity);
	});

	it('begins a little below what was answered of the last second, and comes back slowly', () => {
		const pace = createAllowedPace();
		pace.started(0);
		for (let sent = 0; sent < 20; sent += 1) pace.answered(1_000 + sent);
		pace.refused(1_500, 1_600);
		pace.started(2_600);
		expect(pace.perSecond(2_600)).toBeCloseTo(19);
		expect(pace.nextAt).toBeCloseTo(2_600 - 10 + 1_000 / 19);
		expect(pace.perSecond(22_600)).toBeCloseTo(19.7);
		expect(pace.perSecond(42_600)).toBeCloseTo(20.4);
		expect(pace.perSecond(102_600)).toBeCloseTo(64.5);
	});

	it('counts what was in flight beside the refused request, once it is answered', () => {
		const pace = createAllowedPace();
		for (let sent = 0; sent < 5; sent += 1) pace.answered(sent);
		pace.refused(20, 25);
		expect(pace.perSecond(25)).toBe(Infinity);
		for (let sent = 5; sent < 20; sent += 1) pace.answered(sent);
		pace.started(1_030);
		expect(pace.perSecond(1_030)).toBeCloseTo(19);
		// Sent after it, or long before.
		for (const sentAt of [21, 22, -1_000]) pace.answered(sentAt);
		expect(pace.perSecond(1_030)).toBeCloseTo(19);
	});

	it('is never above the pace at which it was refused', () => {
		const pace = createAllowedPace();
		for (let sent = 0; sent < 20; sent += 1) pace.answered(sent);
		pace.refused(20, 25);
		pace.started(1_030);
		for (let sent = 0; sent < 40; sent += 1) pace.answered(1_100 + sent);
		pace.refused(2_080, 2_100);
		for (let sent = 40; sent < 50; sent += 1) pace.answered(1_100 + sent);
		pace.started(3_200);
		expect(pace.perSecond(3_200)).toBeCloseTo(18.15);
	});

	it('stays where others had used up the second after a pause, and is halved where it happens again', () => {
		const pace = createAllowedPace();
		for (let sent = 0; sent < 20; sent += 1) pace.answered(sent);
		pace.refused(20, 25);
		pace.started(1_030);
		pace.answered(1_030);
		pace.refused(1_080, 1_100);
		pace.started(2_200);
		expect(pace.perSecond(2_200)).toBeCloseTo(19);
		pace.refused(2_250, 2_300);
		pace.started(3_400);
		expect(pace.perSecond(3_400)).toBeCloseTo(9.5 * 0.95);
	});

	it('waits while nothing is asked, and is forgotten after three minutes of that', () => {
		const pace = createAllowedPace();
		for (let sent = 0; sent < 20; sent += 1) pace.answered(sent);
		pace.refused(20, 25);
		pace.started(1_000);
		pace.started(101_000);
		expect(pace.perSecond(101_000)).toBeCloseTo(19);
		pace.started(282_000);
		expect(pace.perSecond(282_000)).toBe(Infinity);
	});

	it('is half of what it was where not even that was answered, and never stands still', () => {
		const pace = createAllowedPace();
		for (let sent = 0; sent < 10; sent += 1) pace.answered(0);
		for (let at = 0; at < 100_000; at += 5_000) pace.refused(at, at);
		expect(pace.perSecond(100_000)).toBeCloseTo((1 / 60) * 0.95);
	});
});

describe('what was answered of a second', () => {
	it('is counted by when it was sent', () => {
		const recent = createRecent();
		for (const sentAt of [100, 600, 1_050, 1_100, 1_600]) recent.add(sentAt);
		expect(recent.between(100, 1_100)).toBe(3);
		expect(recent.between(1_600, 2_600)).toBe(0);
	});

	it('takes no more memory than for a second', () => {
		const recent = createRecent();
		for (let index = 0; index < 10_000; index += 1) recent.add(1);
		expect(recent.between(0, 1)).toBe(2_048);
	});
});

it('the median is the middle', () => {
	expect(median([5, 1, 9])).toBe(5);
	expect(median([1, 2, 3, 4])).toBe(3);
	expect(median([])).toBe(0);
});
