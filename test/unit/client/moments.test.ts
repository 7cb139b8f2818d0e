import { startDeadline } from '../../../outbound/http/deadline';
import { momentIn } from '../../../outbound/http/moments';

const MINUTE = 60_000;
const never = async () => await new Promise<string>(() => {});

afterEach(() => void jest.restoreAllMocks());

describe('the moments at which tries end', () => {
	it('take four timers a second, however many tries begin in it, and none for a try', () => {
		const timers = jest.spyOn(AbortSignal, 'timeout');
		const joined = jest.spyOn(AbortSignal, 'any');
		const clock = jest.spyOn(performance, 'now');
		const { signal } = new AbortController();
		for (let at = 0; at < 1_000; at += 1) {
			clock.mockReturnValue(5_000_000 + at);
			startDeadline(MINUTE, signal).release();
		}
		expect([timers.mock.calls.length, joined.mock.calls.length]).toEqual([5, 0]);
	});

	it('are never too early, and at most a quarter of a second late', () => {
		const timers = jest.spyOn(AbortSignal, 'timeout');
		const clock = jest.spyOn(performance, 'now');
		for (const [now, ms, ends] of [
			[7_000_000.25, 10_000, 10_250],
			[7_000_100.25, 600_000, 600_150],
			[7_000_200.25, 9_999, 10_000],
			[7_000_300.5, 0.25, 2],
			[7_000_400, -5, 1],
		] as const) {
			clock.mockReturnValue(now);
			momentIn(ms, new AbortController().signal);
			expect(timers).toHaveBeenLastCalledWith(ends);
		}
	});

	it('of two executions have nothing to do with each other', async () => {
		const [one, other] = [new AbortController(), new AbortController()];
		const deadlines = [one, other].map(({ signal }) => startDeadline(MINUTE, signal));
		one.abort();
		expect(deadlines.map(({ code }) => code)).toEqual(['CANCELLED', undefined]);
		deadlines.push(startDeadline(MINUTE, undefined));
		other.abort();
		expect(deadlines.map(({ code }) => code)).toEqual(['CANCELLED', 'CANCELLED', undefined]);
		await expect(startDeadline(MINUTE, one.signal).race(never())).rejects.toThrow('over');
	});

	it('keep nothing of a try that is over', () => {
		const { signal } = new AbortController();
		const { stops } = momentIn(MINUTE, signal);
		const deadlines = Array.from({ length: 50 }, () => startDeadline(MINUTE, signal));
		for (const deadline of deadlines) {
			deadline.onEnd(() => {});
			void deadline.race(never()).catch(() => {});
		}
		for (const deadline of deadlines) deadline.release();
		expect(stops.size).toBe(0);
	});

	it('put one listener on an execution, however many there are', async () => {
		const { signal } = new AbortController();
		const added = jest.spyOn(signal, 'addEventListener');
		const deadlines = [1, 2, MINUTE, 2 * MINUTE].map((ms) => startDeadline(ms, signal));
		await expect(deadlines[0]?.race(never())).rejects.toThrow('over');
		await expect(deadlines[1]?.race(never())).rejects.toThrow('over');
		const codes = deadlines.map(({ code }) => code);
		expect(codes).toEqual(['ETIMEDOUT', 'ETIMEDOUT', undefined, undefined]);
		expect(added.mock.calls).toEqual([['abort', expect.any(Function), { once: true }]]);
	});
});
