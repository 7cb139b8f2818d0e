import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { installedIn } from '../../scripts/lib/installed.mjs';
import { npmCall } from './npmCall.mjs';
import { explainNpm } from './npmProblem.mjs';
import { rootDir } from './paths.mjs';

/**
 * Installs this project's own development dependencies unless they are there already. Uses nothing
 * but Node itself, since on a fresh clone there is nothing else.
 * @throws {HostProblem} in words, when it fails
 */
export function installProject(stateDir) {
	const { complete, note } = installedIn(rootDir);
	if (complete) return;
	console.log('  Installing the project (about 1 minute, once) …');
	const { command, args, options } = npmCall(['ci'], process.execPath);
	const { status, stdout, stderr, error } = spawnSync(command, args, {
		...options,
		cwd: rootDir,
		encoding: 'utf8',
	});
	if (status === 0) return note();
	const output = `${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`;
	const logFile = path.join(stateDir, 'logs', 'install-project.log');
	mkdirSync(path.dirname(logFile), { recursive: true });
	writeFileSync(logFile, output);
	throw explainNpm('Installing the project', output, logFile);
}
