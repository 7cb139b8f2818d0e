import { startDeadline } from '../../../outbound/http/deadline';
import { StoredFile } from '../../../outbound/http/storedFile';

const HOUR = 3_600_000;
const never = async () => await new Promise<string>(() => {});

describe('the end of a try', () => {
	it('is not there while there is time', async () => {
		const deadline = startDeadline(HOUR, new AbortController().signal);
		await expect(deadline.race(Promise.resolve('x'))).resolves.toBe('x');
		await expect(deadline.race(Promise.reject(new Error('own')))).rejects.toThrow('own');
		expect([deadline.code, deadline.signal.aborted]).toEqual([undefined, false]);
		deadline.release();
	});

	it('comes with the time, at once where none is left', async () => {
		for (const ms of [-5, 0, 0.5, 1]) {
			const deadline = startDeadline(ms, undefined);
			await expect(deadline.race(never())).rejects.toThrow('The time is over');
			expect(deadline.code).toBe('ETIMEDOUT');
		}
	});

	it('comes with the cancel of the execution, and is called so', async () => {
		const controller = new AbortController();
		const deadline = startDeadline(HOUR, controller.signal);
		const ended = deadline.race(never());
		controller.abort();
		await expect(ended).rejects.toThrow('The time is over');
		expect([deadline.code, deadline.signal.aborted]).toEqual(['CANCELLED', true]);
	});

	it('stops what asked for it, once, also what asks too late', () => {
		const controller = new AbortController();
		const deadline = startDeadline(HOUR, controller.signal);
		const stopped: string[] = [];
		deadline.onEnd(() => void stopped.push('before'));
		expect(stopped).toEqual([]);
		controller.abort();
		expect(stopped).toEqual(['before']);
		deadline.onEnd(() => void stopped.push('after'));
		expect(stopped).toEqual(['before', 'after']);
	});

	it('stops nothing that was released', () => {
		const controller = new AbortController();
		const deadline = startDeadline(HOUR, controller.signal);
		const stopped: string[] = [];
		deadline.onEnd(() => void stopped.push('x'));
		deadline.release();
		controller.abort();
		expect(stopped).toEqual([]);
	});

	it('hands what comes too late to whoever closes it, and nothing that came in time', async () => {
		const controller = new AbortController();
		const deadline = startDeadline(HOUR, controller.signal);
		const late: string[] = [];
		const take = (value: string) => void late.push(value);
		await expect(deadline.race(Promise.resolve('in time'), take)).resolves.toBe('in time');
		let answer: (value: string) => void = () => {};
		const slow = new Promise<string>((resolve) => (answer = resolve));
		const raced = deadline.race(slow, take);
		controller.abort();
		await expect(raced).rejects.toThrow('The time is over');
		answer('too late');
		await slow;
		expect(late).toEqual(['too late']);
	});

	it('bears work that fails after it', async () => {
		const controller = new AbortController();
		const deadline = startDeadline(HOUR, controller.signal);
		let fail: (error: Error) => void = () => {};
		const slow = new Promise<string>((_, reject) => (fail = reject));
		const raced = deadline.race(slow, () => {});
		controller.abort();
		await expect(raced).rejects.toThrow('The time is over');
		fail(new Error('reset'));
		await expect(slow).rejects.toThrow('reset');
	});
});

it('a stored file knows its binary data and the host it came from', () => {
	const binary = { data: '', mimeType: 'application/pdf' };
	expect(new StoredFile(binary, 'x.example')).toEqual({ binary, otherHost: 'x.example' });
});
