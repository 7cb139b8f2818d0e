import { setTimeout as sleep } from 'node:timers/promises';

import { endsOf } from './matrix/ends';
import { checkRegistrations } from './matrix/registrations';
import { scored } from './matrix/scored';
import { play, startStage, type Stage } from './matrix/stage';
import { WRITE, type Fault } from './proxy';
import { requestRegistrations } from './scenarios/requestRegistrations';

const NODE = 'Flinks Request Registrations';
/** Longer than the 60 s after which the client gives up. */
const STALL_MS = 70_000;

/** The sandbox acts, and its answer comes after everyone has stopped waiting for it. */
const stalls: Fault = async ({ forward, send }) => {
	const answer = await forward();
	await sleep(STALL_MS, undefined, { ref: false });
	send(answer);
};

const [scenario] = requestRegistrations;

async function stalled(label: string): Promise<{ lost: number; duplicated: number }> {
	if (!scenario) throw new Error('There is no scenario');
	const stage: Stage = await startStage();
	try {
		const rule = { on: (call: { label: string }) => call.label === label, times: 1, fault: stalls };
		const { ran, job, before } = await play(stage, scenario, {
			rules: [rule],
			onError: 'continueRegularOutput',
		});
		const { byItem } = endsOf(ran, job.items.length);
		const rows = byItem.flatMap((end) => end.rows);
		const { doubled, unasked } = checkRegistrations(stage.sandbox, before, job.pairs ?? [], rows);
		return {
			lost: byItem.filter(({ rows: own, errors }) => own.length !== 1 || errors.length > 0).length,
			duplicated: doubled.length + unasked.length,
		};
	} finally {
		await stage.close();
	}
}

// A minute each: in the full run only.
(process.env.FAULTS === 'full' ? describe : describe.skip)('no answer for a minute', () => {
	scored(
		NODE,
		'time-out',
		'loses nothing and doubles nothing',
		async () => {
			const [read, write] = await Promise.all([stalled('own registrations'), stalled(WRITE)]);
			expect([read, write]).toEqual([
				{ lost: 0, duplicated: 0 },
				{ lost: 0, duplicated: 0 },
			]);
		},
		200_000,
	);
});
