import { setImmediate as turn } from 'node:timers/promises';

/** Waits for a condition that the event loop will bring about; the test's own limit is the end. */
export async function until(holds: () => boolean): Promise<void> {
	while (!holds()) await turn();
}
