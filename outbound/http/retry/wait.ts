import { sleep } from 'n8n-workflow';

/**
 * Waits `ms`, or until `signal` aborts, whichever is first; never throws.
 * The race is for n8n before 2.34, whose `sleep` ignores the signal.
 */
export async function wait(ms: number, signal?: AbortSignal): Promise<void> {
	if (ms <= 0 || signal?.aborted) return;
	if (!signal) return await sleep(ms);
	let release = (): void => {};
	const aborted = new Promise<void>((resolve) => {
		release = resolve;
		signal.addEventListener('abort', release, { once: true });
	});
	const slept = sleep(ms, signal).catch(() => {});
	await Promise.race([slept, aborted]);
	signal.removeEventListener('abort', release);
}
