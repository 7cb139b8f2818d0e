import { execa } from 'execa';
import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { openDemo } from '../../host/lib/demo.mjs';
import { anyPort } from '../../host/lib/ports.mjs';
import { prepare } from '../../host/lib/prepare.mjs';
import { stopAll, stopOnSignals } from '../../host/lib/processes.mjs';
import { root } from './root.mjs';
import { ownTempFolder } from './tempFolder.mjs';

const testDir = path.join(root, 'test', 'e2e');
const outputDir = path.join(testDir, 'output');

/** The test files whose name holds one of the words; all of them without a word. */
function chosenFiles(words) {
	return readdirSync(testDir)
		.filter((file) => file.endsWith('.test.mjs'))
		.filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
		.map((file) => path.join(testDir, file));
}

async function runTests(files, demo) {
	const { exitCode } = await execa(
		process.execPath,
		['--test', '--test-concurrency=1', '--test-reporter=spec', ...files],
		{
			cwd: root,
			stdio: 'inherit',
			reject: false,
			env: { FLINKS_E2E_DEMO: JSON.stringify(demo) },
		},
	);
	return exitCode ?? 1;
}

function keepLogs(stateDir) {
	const logs = path.join(stateDir, 'logs');
	if (existsSync(logs)) cpSync(logs, path.join(outputDir, 'logs'), { recursive: true });
}

/** Renews the pictures that are there already: those that a page shows. */
function keepPictures() {
	const shown = path.join(root, 'docs', 'images');
	for (const name of readdirSync(path.join(outputDir, 'images'))) {
		const file = path.join(shown, name);
		if (existsSync(file)) cpSync(path.join(outputDir, 'images', name), file);
	}
}

/**
 * Runs the test files that the words choose, against a demo of their own.
 * @returns {Promise<number>} the exit code
 */
export async function runEndToEnd(words) {
	const temp = ownTempFolder('flinks-e2e');
	const stateDir = path.join(temp.folder, 'state');
	const cleanUp = async () => {
		await stopAll();
		temp.remove();
	};
	stopOnSignals(cleanUp);
	rmSync(outputDir, { recursive: true, force: true });
	try {
		const prepared = await prepare(stateDir);
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
		const names = words.filter((word) => !word.startsWith('--'));
		const code = await runTests(chosenFiles(names), demo);
		if (code === 0 && words.includes('--pictures')) keepPictures();
		const left = temp.left().filter((name) => name !== path.basename(stateDir));
		if (left.length > 0) console.error(`Left in the temporary folder: ${left.join(', ')}`);
		return left.length > 0 ? 1 : code;
	} finally {
		keepLogs(stateDir);
		await cleanUp();
	}
}
