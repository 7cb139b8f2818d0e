import { waitUntil } from '../../../host/lib/waiting.mjs';

const TIMEOUT_MS = 180_000;

/** Waits for something that must come. */
export async function eventually(what, probe, timeoutMs = TIMEOUT_MS) {
	const answer = await waitUntil(probe, { timeoutMs, everyMs: 50 });
	if (answer) return answer;
	throw new Error(`This did not happen within ${timeoutMs / 1000} s: ${what}`);
}

const began = (id) => new RegExp(`Worker started execution ${id} `);

/** The worker that has begun an execution, by its own log. */
export const workerOf = (queue, id) =>
	eventually(`a worker begins execution ${id}`, () =>
		queue.workers.find((worker) => began(id).test(worker.logText())),
	);

/** The executions that n8n processes have put into the queue, by their logs. */
export const enqueuedBy = (members) =>
	members.flatMap((one) =>
		[...one.logText().matchAll(/Enqueued execution (\d+) /g)].map(([, id]) => id),
	);
