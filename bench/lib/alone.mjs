import { rmSync } from 'node:fs';
import { describeProblem } from '../../host/lib/problem.mjs';
import { stopAll, stopOnSignals } from '../../host/lib/processes.mjs';

/** Runs a measurement with programs of its own, and leaves none of them and no folder, however it ends. */
export async function runAlone(stateDir, measure) {
	const cleanUp = async () => {
		await stopAll();
		rmSync(stateDir, { recursive: true, force: true, maxRetries: 3 });
	};
	stopOnSignals(cleanUp);
	try {
		await measure();
	} catch (error) {
		console.error(`\n${describeProblem(error)}`);
		process.exitCode = 1;
	} finally {
		await cleanUp();
		process.exit();
	}
}
