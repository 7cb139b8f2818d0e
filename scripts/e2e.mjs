// `npm run test:e2e [-- name ... --pictures]`: a real n8n with the packed nodes beside the sandbox, then
// test/e2e against it. Names choose test files; --pictures renews the README's pictures.
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { rootDir } from '../host/lib/paths.mjs';
import { anyPort } from '../host/lib/ports.mjs';
import { prepare } from '../host/lib/prepare.mjs';
import { describeProblem } from '../host/lib/problem.mjs';
import { stopAll, stopOnSignals } from '../host/lib/processes.mjs';

const testDir = path.join(rootDir, 'test', 'e2e');
const outputDir = path.join(testDir, 'output');

/** The test files whose name holds one of the words; all of them without a word. */
function chosenFiles(words) {
	return readdirSync(testDir)
		.filter((file) => file.endsWith('.test.mjs'))
		.filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
		.map((file) => path.join(testDir, file));
}

function runTests(files, demo) {
	const child = spawn(
		process.execPath,
		['--test', '--test-concurrency=1', '--test-reporter=spec', ...files],
		{
			cwd: rootDir,
			stdio: 'inherit',
			env: { ...process.env, FLINKS_E2E_DEMO: JSON.stringify(demo) },
		},
	);
	return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}

function keepPictures() {
	cpSync(path.join(outputDir, 'images'), path.join(rootDir, 'docs', 'images'), { recursive: true });
}

async function main() {
	const stateDir = mkdtempSync(path.join(os.tmpdir(), 'flinks-e2e-'));
	const cleanUp = async () => {
		await stopAll();
		rmSync(stateDir, { recursive: true, force: true });
	};
	stopOnSignals(cleanUp);
	rmSync(outputDir, { recursive: true, force: true });
	try {
		const prepared = await prepare(stateDir);
		const { openDemo } = await import('../host/lib/demo.mjs');
		const ports = { port: await anyPort(), sandboxPort: await anyPort() };
		const { server, sandbox, login, credentials, workflows, connectionKey } = await openDemo({
			...prepared,
			...ports,
			stateDir,
		});
		const demo = {
			url: server.url,
			sandboxUrl: sandbox.url,
			login,
			credentials,
			workflows,
			connectionKey,
			stateDir,
			node24: prepared.node,
		};
		const words = process.argv.slice(2);
		const names = words.filter((word) => !word.startsWith('--'));
		const code = await runTests(chosenFiles(names), demo);
		if (code === 0 && words.includes('--pictures')) keepPictures();
		return code;
	} finally {
		cpSync(path.join(stateDir, 'logs'), path.join(outputDir, 'logs'), { recursive: true });
		await cleanUp();
	}
}

try {
	process.exitCode = await main();
} catch (error) {
	console.error(`\n${describeProblem(error)}`);
	process.exitCode = 1;
}
