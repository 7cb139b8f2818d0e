import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks `probe` until it answers something truthy. `child` is the program being waited for; when it
 * ends first, or the time runs out, the answer is undefined.
 */
export async function waitUntil(probe, { timeoutMs, everyMs = 100, child }) {
	let ended = false;
	child?.exited.then(() => {
		ended = true;
	});
	const deadline = Date.now() + timeoutMs;
	while (Date.now() < deadline && !ended) {
		const answer = await probe();
		if (answer) return answer;
		await sleep(everyMs);
	}
	return undefined;
}

/** @returns {Promise<boolean>} whether the address answers 2xx */
export async function answers(url) {
	try {
		const { ok } = await fetch(url, { signal: AbortSignal.timeout(2_000) });
		return ok;
	} catch {
		return false;
	}
}

/** The last lines of a log, for a message that must show what a program said before it ended. */
export const lastLines = (text, count = 8) => text.trimEnd().split('\n').slice(-count).join('\n');
