import { failed, type Outcome } from '../outcome';

/** What becomes of work that others share; who is stopped meanwhile does not wait for it. */
export async function orCancelled<T>(
	work: Promise<Outcome<T>>,
	signal: AbortSignal | undefined,
): Promise<Outcome<T>> {
	if (signal === undefined) return await work;
	return await new Promise((resolve) => {
		const stop = (): void => resolve(failed(STOPPED));
		if (signal.aborted) return stop();
		signal.addEventListener('abort', stop, { once: true });
		void work.then((outcome) => {
			signal.removeEventListener('abort', stop);
			resolve(outcome);
		});
	});
}

const STOPPED = {
	kind: 'cancelled',
	title: 'The execution was stopped',
	remedy: 'Run the workflow again.',
} as const;
