import { orCancelled } from '../../../outbound/connections/orCancelled';
import { done } from '../../../outbound/outcome';

const never = new Promise<never>(() => {});

describe('work that others share', () => {
	it('is waited for without a signal, and with one', async () => {
		const work = Promise.resolve(done('all'));
		expect(await orCancelled(work, undefined)).toEqual(done('all'));
		expect(await orCancelled(work, new AbortController().signal)).toEqual(done('all'));
	});

	it('is not waited for by whoever is stopped, before or meanwhile', async () => {
		const stopped = {
			kind: 'failed',
			failure: {
				kind: 'cancelled',
				title: 'The execution was stopped',
				remedy: 'Run the workflow again.',
			},
		};
		expect(await orCancelled(never, AbortSignal.abort())).toEqual(stopped);
		const stop = new AbortController();
		const waiting = orCancelled(never, stop.signal);
		stop.abort();
		expect(await waiting).toEqual(stopped);
	});

	it('leaves no listener behind', async () => {
		const { signal } = new AbortController();
		const removed = jest.spyOn(signal, 'removeEventListener');
		const added = jest.spyOn(signal, 'addEventListener');
		await orCancelled(Promise.resolve(done(1)), signal);
		expect(removed.mock.calls[0]?.slice(0, 2)).toEqual(added.mock.calls[0]?.slice(0, 2));
	});
});
