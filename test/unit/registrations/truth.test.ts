import fc from 'fast-check';

import { inOneGo } from '../../support/inOneGo';
import { requestPairs } from '../../../outbound/registrations/request';
import { describingItem } from '../../../outbound/registrations/requestItem';
import { answered, unanswered } from '../errors/exchanges';
import { keyOf, memory, pair } from './memory';
import { runs } from '../../support/runs';

const PAGE = answered(200, '<html><head><title>Sign in</title></head></html>');
const anyPair = fc
	.tuple(fc.constantFrom('r1', 'r2', 'r3', 'r4', 'r5'), fc.integer({ min: 1, max: 8 }))
	.map(([recipient, provider]) => pair(recipient, provider));
const anyPairs = fc.uniqueArray(anyPair, { selector: keyOf, minLength: 1, maxLength: 25 });
/** What may happen whether Flinks acted or not, and what happens only where it did not. */
const anyTrouble = fc.option(
	fc.oneof(
		fc.record({
			acts: fc.boolean(),
			exchange: fc.constantFrom(
				unanswered('ECONNRESET'),
				unanswered('ETIMEDOUT'),
				answered(408, {}),
				answered(500, {}),
				answered(503, {}),
				PAGE,
			),
		}),
		fc.record({
			acts: fc.constant(false),
			exchange: fc.constantFrom(
				unanswered('ECONNREFUSED'),
				answered(400, { message: 'Invalid request parameters' }),
				answered(403, {}),
				answered(404, {}),
				answered(429, {}),
			),
		}),
	),
	{ nil: undefined, freq: 2 },
);

describe('what is claimed of each pair', () => {
	it('is what Flinks holds, whatever happens on the way', async () => {
		await fc.assert(
			fc.asyncProperty(
				anyPairs,
				anyPairs,
				fc.array(anyTrouble, { maxLength: 14 }),
				fc.boolean(),
				async (seeded, asked, troubles, skipExisting) => {
					const { client, requested } = memory(
						seeded,
						(_, call) => troubles[call - 1],
						{},
						['r1', 'r2', 'r3', 'r4', 'r5'],
						[1, 2, 3, 4, 5, 6, 7, 8],
					);
					const outcomes = await requestPairs(client, asked, { skipExisting });
					const seeds = new Set(seeded.map(keyOf));
					expect([...outcomes.keys()].sort()).toEqual(asked.map(keyOf).sort());
					for (const [key, times] of requested) {
						expect(times).toBe(1);
						expect(outcomes.has(key)).toBe(true);
						if (skipExisting) expect(seeds.has(key)).toBe(false);
					}
					for (const [key, { kind }] of outcomes) {
						const isHeld = seeds.has(key) || requested.has(key);
						if (kind === 'requested') expect(requested.has(key)).toBe(true);
						if (kind === 'listed') expect(isHeld && !skipExisting).toBe(true);
						if (kind === 'already-registered') expect(seeds.has(key)).toBe(true);
						if (kind === 'not-listed-yet') expect(isHeld).toBe(false);
						if (kind === 'not-confirmed') expect(requested.has(key)).toBe(true);
						if (kind === 'not-requested') expect(requested.has(key)).toBe(false);
					}
				},
			),
			runs(400),
		);
	});

	it('adds up in the words for an item', async () => {
		await fc.assert(
			fc.asyncProperty(
				anyPairs,
				fc.array(anyTrouble, { maxLength: 9 }),
				async (asked, troubles) => {
					const { client } = memory([], (_, call) => troubles[call - 1], {}, ['r1', 'r2', 'r3']);
					const outcomes = await requestPairs(client, asked, { skipExisting: true });
					const { rows, failure } = inOneGo(describingItem(asked, outcomes, 0));
					const broken = [...outcomes.values()].filter(
						({ kind }) => kind === 'unclear' || kind === 'not-requested',
					);
					expect(rows.length + broken.length).toBe(asked.length);
					expect(failure === undefined).toBe(broken.length === 0);
					if (!failure || asked.length === 1) return;
					const told = /registrations of this item: ([^.]*)\./.exec(failure.remedy)?.[1] ?? '';
					const numbers = told.match(/(?<=^|, )\d+/g) ?? [];
					expect(numbers.reduce((sum, number) => sum + Number(number), 0)).toBe(asked.length);
				},
			),
			runs(200),
		);
	});
});
