import { writeFileSync } from 'node:fs';

import fc from 'fast-check';

import { history, play } from './history';

const { SYNC_HISTORIES = '500', SYNC_REPORT } = process.env;

const total = { histories: 0, lost: 0, doubled: 0, phantom: 0 };

afterAll(() => {
	if (SYNC_REPORT) writeFileSync(SYNC_REPORT, JSON.stringify(total));
});

it('replaying the changes always equals the bank', async () => {
	await fc.assert(
		fc.asyncProperty(history, async (one) => {
			const verdict = await play(one);
			total.histories += 1;
			total.lost += verdict.lost;
			total.doubled += verdict.doubled;
			total.phantom += verdict.phantom;
			expect(verdict).toEqual({ lost: 0, doubled: 0, phantom: 0 });
		}),
		{ numRuns: Number(SYNC_HISTORIES) },
	);
}, 600_000);
