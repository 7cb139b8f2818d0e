import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { installedIn } from './installed.mjs';
import { root } from './root.mjs';

const windows = process.platform === 'win32';

/**
 * Installs a folder as its lock file says, unless that is what it holds. Uses nothing but Node itself.
 * @returns {Promise<boolean>} whether the packages are there
 */
export async function install(folder) {
	const where = path.join(root, folder);
	const { complete, note } = installedIn(where);
	if (complete) return true;
	const startedAt = performance.now();
	console.log(`Installing ${folder === '.' ? 'the project' : folder} ...`);
	const npm = spawn(windows ? 'npm.cmd' : 'npm', ['ci', '--loglevel=error'], {
		cwd: where,
		stdio: 'inherit',
		shell: windows,
	});
	const [status] = await once(npm, 'close');
	if (status === 0) {
		note();
		console.log(`Installed in ${Math.round((performance.now() - startedAt) / 1000)} s.\n`);
		return true;
	}
	console.error(
		'The packages could not be installed. Check the network and the npm registry, then run npm test again.',
	);
	return false;
}
