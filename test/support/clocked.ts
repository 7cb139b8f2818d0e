/**
 * Runs jest's clock (after `jest.useFakeTimers()`) from timer to timer until the work is over, and tells
 * how long that took on that clock: the same on every machine.
 */
export async function clocked<T>(work: () => Promise<T>): Promise<{ value: T; ms: number }> {
	const startedAt = Date.now();
	const over = jest.fn();
	const running = work();
	void running.then(over, over);
	// What awaits no timer ends within a turn of the event loop, which the first of these lets pass.
	await jest.advanceTimersByTimeAsync(0);
	while (over.mock.calls.length === 0) await jest.advanceTimersToNextTimerAsync();
	return { value: await running, ms: Date.now() - startedAt };
}
