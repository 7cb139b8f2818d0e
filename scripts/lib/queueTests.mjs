import { execa } from 'execa';
import { chmodSync, cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { prepare } from '../../host/lib/prepare.mjs';
import { findPrograms } from '../../host/lib/queue/programs.mjs';
import { root } from './root.mjs';
import { ownTempFolder } from './tempFolder.mjs';

const testDir = path.join(root, 'test', 'queue');
const outputDir = path.join(testDir, 'output');

/** What the tests wrote down, one line for each assertion. */
function resultsIn(file) {
	const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
	return lines.map((line) => JSON.parse(line));
}

const sum = (results, kind) =>
	results.filter((one) => one.kind === kind).reduce((total, { count }) => total + count, 0);

/**
 * Runs the parts that the words choose (all without a word) against an n8n of their own.
 * @returns {Promise<number>} the exit code
 */
export async function runQueueTests(words) {
	findPrograms();
	const temp = ownTempFolder('flinks-queue');
	// Postgres runs as somebody else, and has to get to its own folder in there.
	chmodSync(temp.folder, 0o711);
	const stateDir = path.join(temp.folder, 'state');
	const file = path.join(temp.folder, 'results.jsonl');
	rmSync(outputDir, { recursive: true, force: true });
	writeFileSync(file, '');
	try {
		const prepared = await prepare(stateDir);
		const { exitCode } = await execa(
			process.execPath,
			['--test-reporter=spec', path.join(testDir, 'main.mjs')],
			{
				cwd: root,
				stdio: 'inherit',
				reject: false,
				env: { FLINKS_QUEUE: JSON.stringify({ ...prepared, stateDir, words, file }) },
			},
		);
		const left = temp.left().filter((name) => !['state', 'results.jsonl'].includes(name));
		if (left.length > 0) console.error(`Left in the temporary folder: ${left.join(', ')}`);
		const results = resultsIn(file);
		console.log(
			`queue: ${results.length} checks, ${sum(results, 'lost')} lost, ${sum(results, 'doubled')} doubled, ${sum(results, 'false ends')} false ends`,
		);
		return exitCode !== 0 || left.length > 0 ? 1 : 0;
	} finally {
		const logs = path.join(stateDir, 'logs');
		if (existsSync(logs)) cpSync(logs, path.join(outputDir, 'logs'), { recursive: true });
		temp.remove();
	}
}
