import path from 'node:path';
import { rootDir } from './paths.mjs';
import { start } from './processes.mjs';
import { HostProblem } from './problem.mjs';
import { answers, lastLines, waitUntil } from './waiting.mjs';

const READY_TIMEOUT_MS = 60_000;

/**
 * Starts the Flinks Outbound sandbox and waits until it answers.
 * @returns {Promise<{url: string, child: object}>}
 */
export async function startSandbox({ port, stateDir }) {
	const url = `http://127.0.0.1:${port}`;
	const child = start(
		process.execPath,
		['--import', 'tsx', path.join('sandbox', 'main.ts'), '--port', String(port)],
		{ cwd: rootDir, logFile: path.join(stateDir, 'logs', 'sandbox.log') },
	);
	const ready = await waitUntil(() => answers(`${url}/`), { timeoutMs: READY_TIMEOUT_MS, child });
	if (ready) return { url, child };
	await child.stop();
	throw new HostProblem(
		`The sandbox did not start. Its last words:\n${lastLines(child.logText())}`,
		`Full log: ${child.logFile}`,
	);
}
