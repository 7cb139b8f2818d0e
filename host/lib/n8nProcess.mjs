import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { tempIn } from '../../scripts/lib/tempFolder.mjs';
import { filesIn, n8nEnvironment } from './n8nEnvironment.mjs';
import { n8nDir } from './paths.mjs';
import { anyPort } from './ports.mjs';
import { start } from './processes.mjs';
import { HostProblem } from './problem.mjs';
import { answers, lastLines, waitUntil } from './waiting.mjs';

const READY_TIMEOUT_MS = 120_000;
const entry = path.join(n8nDir, 'node_modules', 'n8n', 'bin', 'n8n');

/**
 * Starts one process of the pinned n8n and waits until it can be used.
 * @param {object} order
 * @param {'start' | 'worker' | 'webhook'} order.command
 * @param {string} order.name of its log
 * @param {number} order.port where it answers
 * @param {string} order.url the address that people and customers use
 * @param {Record<string, string>} [order.more] what it is told besides
 * @returns {Promise<object>} the started program, as `start` gives it
 */
export async function startN8nProcess({
	command,
	name,
	node,
	userFolder,
	port,
	url,
	stateDir,
	more,
}) {
	mkdirSync(filesIn(userFolder), { recursive: true });
	const child = start(node, [entry, command], {
		cwd: n8nDir,
		env: n8nEnvironment({
			node,
			userFolder,
			url,
			port,
			brokerPort: await anyPort(),
			temp: tempIn(path.join(stateDir, 'tmp')),
			more,
		}),
		logFile: path.join(stateDir, 'logs', `${name}.log`),
	});
	const ready = await waitUntil(() => answers(`http://127.0.0.1:${port}/healthz/readiness`), {
		timeoutMs: READY_TIMEOUT_MS,
		child,
	});
	if (ready) return child;
	await child.stop();
	throw new HostProblem(
		`n8n did not start. Its last words:\n${lastLines(child.logText())}`,
		`Full log: ${child.logFile}\nA clean state often helps: npm start -- --reset`,
	);
}
