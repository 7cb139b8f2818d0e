import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { HostProblem } from './problem.mjs';
import { answers } from './waiting.mjs';

const fileIn = (stateDir) => path.join(stateDir, 'running.json');

/** Two n8n on one database would harm it. @throws {HostProblem} when one is running already */
export async function refuseSecondStart(stateDir) {
	const file = fileIn(stateDir);
	if (!existsSync(file)) return;
	const { url, pid } = JSON.parse(readFileSync(file, 'utf8'));
	if (!(await answers(`${url}/healthz`))) return;
	throw new HostProblem(
		`The demo is running already: ${url}`,
		`Stop it with Ctrl-C in its own terminal (or: kill ${pid}), then start again.`,
	);
}

/** Notes that this process runs the demo; the note goes when it ends. */
export function noteRunning(stateDir, url, pid) {
	mkdirSync(stateDir, { recursive: true });
	const file = fileIn(stateDir);
	writeFileSync(file, JSON.stringify({ url, pid }));
	process.on('exit', () => rmSync(file, { force: true }));
}
