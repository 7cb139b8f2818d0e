const PAUSE_MS = 10;

/** Asks again until the answer is yes. It never gives up: the runner's own time-out ends a test. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
	while (!(await isSo())) {
		await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
	}
}
