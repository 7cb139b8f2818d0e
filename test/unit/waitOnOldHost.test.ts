import { setTimeout as slept } from 'node:timers/promises';

import { wait } from '../../outbound/http/retry/wait';

// n8n before 2.34: its sleep takes no signal, so a cancel must end the wait without its help.
jest.mock('n8n-workflow', () => ({
	sleep: async (ms: number) => await slept(ms, undefined, { ref: false }),
}));

describe('a wait on an n8n whose sleep knows no signal', () => {
	it('ends when the execution is cancelled, and leaves no listener behind', async () => {
		const controller = new AbortController();
		const { signal } = controller;
		const added = jest.spyOn(signal, 'addEventListener');
		const removed = jest.spyOn(signal, 'removeEventListener');
		setTimeout(() => controller.abort(), 20);
		const startedAt = performance.now();
		await wait(30_000, signal);
		expect(performance.now() - startedAt).toBeLessThan(5_000);
		expect(added.mock.calls).toEqual([['abort', expect.any(Function), { once: true }]]);
		expect(removed.mock.calls).toEqual([['abort', added.mock.calls[0]?.[1]]]);
	});

	it('does not begin after a cancel, or for no time', async () => {
		const startedAt = performance.now();
		await wait(30_000, AbortSignal.abort());
		await wait(0, new AbortController().signal);
		expect(performance.now() - startedAt).toBeLessThan(5_000);
	});
});
