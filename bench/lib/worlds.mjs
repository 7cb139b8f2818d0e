import { fork } from 'node:child_process';
import path from 'node:path';
import { rootDir } from '../../host/lib/paths.mjs';

/**
 * Starts the process with the sandboxes (bench/worlds/main.ts).
 * @returns `ask(act, world, more)`, which resolves with the answer, and `stop()`
 */
export function startWorlds() {
	const child = fork(path.join(rootDir, 'bench', 'worlds', 'main.ts'), [], {
		cwd: rootDir,
		execArgv: ['--import', 'tsx'],
		stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
	});
	const waiting = new Map();
	let last = 0;
	child.on('message', ({ id, value, error }) => {
		const { resolve, reject } = waiting.get(id);
		waiting.delete(id);
		if (error) reject(new Error(error));
		else resolve(value);
	});
	child.on('exit', (code) => {
		for (const { reject } of waiting.values()) reject(new Error(`The sandboxes ended (${code})`));
	});
	return {
		ask(act, world, more = {}) {
			last += 1;
			const id = last;
			child.send({ id, act, world, ...more });
			return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
		},
		stop: () => child.kill(),
	};
}
