import { openDemo } from '../../../host/lib/demo.mjs';
import { anyPort } from '../../../host/lib/ports.mjs';
import { stopAll, stopOnSignals } from '../../../host/lib/processes.mjs';
import { startQueue } from '../../../host/lib/queue/queue.mjs';
import { ledgerIn } from './ledger.mjs';
import { sandboxAt } from './sandbox.mjs';

/** What scripts/lib/queueTests.mjs hands over. */
export const given = JSON.parse(process.env.FLINKS_QUEUE ?? 'null');

/** n8n in queue mode with the demo in it, the sandbox beside it, and the ledger of these tests. */
export async function openSetup() {
	if (!given) throw new Error('These tests need programs and a built package: npm run test:queue');
	stopOnSignals(stopAll);
	let queue;
	const demo = await openDemo({
		...given,
		port: await anyPort(),
		sandboxPort: await anyPort(),
		serve: async (where) => (queue = await startQueue(where)),
	});
	return {
		...demo,
		stateDir: given.stateDir,
		queue,
		sandbox: sandboxAt(demo.sandbox.url),
		ledger: ledgerIn(given.file),
		async close() {
			queue.front.stop();
			await stopAll();
		},
	};
}
