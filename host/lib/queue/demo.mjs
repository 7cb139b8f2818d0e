import { rmSync } from 'node:fs';
import path from 'node:path';
import { startQueue } from './queue.mjs';

/** Everything but the logs. */
function clear(stateDir) {
	for (const name of ['n8n', 'tmp', 'package', 'demo.json']) {
		rmSync(path.join(stateDir, name), { recursive: true, force: true });
	}
}

/**
 * What `npm start -- --queue` does otherwise: a state of its own, whose database is new each time, and
 * n8n in several processes.
 * @returns {{stateDir: string, serve: (where: object) => Promise<{url: string, child: {exited: Promise<unknown>}, parts: Array<[string, string]>}>}}
 */
export function queueDemo(parentDir) {
	const stateDir = path.join(parentDir, 'queue');
	return {
		stateDir,
		async serve(where) {
			process.on('exit', () => clear(stateDir));
			const queue = await startQueue(where);
			const { main, workers, webhooks, redis, postgres, webhookUrls } = queue;
			const members = [main, ...workers, ...webhooks, redis, postgres];
			const exited = Promise.race(members.map(({ child }) => child.exited));
			const pids = workers.map(({ child }) => child.process.pid).join(' and ');
			return {
				...queue,
				child: { exited },
				parts: [
					['workers', `processes ${pids}`],
					['webhooks', webhookUrls.join(' and ')],
				],
			};
		},
	};
}
