import { wait } from '../../outbound/http/retry/wait';
import { clocked } from '../support/clocked';

// n8n before 2.34: its sleep takes no signal, so a cancel must end the wait without its help.
jest.mock('n8n-workflow', () => ({
	sleep: async (ms: number) => await new Promise((resolve) => setTimeout(resolve, ms)),
}));

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

describe('a wait on an n8n whose sleep knows no signal', () => {
	it('ends when the execution is cancelled, and leaves no listener behind', async () => {
		const controller = new AbortController();
		const { signal } = controller;
		const added = jest.spyOn(signal, 'addEventListener');
		const removed = jest.spyOn(signal, 'removeEventListener');
		setTimeout(() => controller.abort(), 20);
		const { ms } = await clocked(async () => await wait(30_000, signal));
		expect(ms).toBe(20);
		expect(added.mock.calls).toEqual([['abort', expect.any(Function), { once: true }]]);
		expect(removed.mock.calls).toEqual([['abort', added.mock.calls[0]?.[1]]]);
	});

	it('does not begin after a cancel, or for no time', async () => {
		const { ms } = await clocked(async () => {
			await wait(30_000, AbortSignal.abort());
			await wait(0, new AbortController().signal);
		});
		expect(ms).toBe(0);
	});
});
