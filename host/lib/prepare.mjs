import { build, isBuilt } from './build.mjs';
import { installN8n, installProject } from './install.mjs';
import { findNode24 } from './node24.mjs';
import { pack } from './packageInstall.mjs';
import { rootDir } from './paths.mjs';
import { step } from './progress.mjs';

/**
 * Everything that must be there before n8n can start; what is there already is not done again.
 * Uses nothing but Node itself: on a fresh clone nothing is installed yet.
 * @returns {Promise<{node: string, tarball: string}>} the Node 24 to run n8n on, and the packed package
 */
export async function prepare(stateDir) {
	await installProject(stateDir);
	const node = await findNode24(stateDir);
	await installN8n(node, stateDir);
	if (!isBuilt()) await step('Build the nodes', () => build(stateDir));
	const tarball = await step('Pack the nodes', () => pack(rootDir, stateDir));
	return { node, tarball };
}
