import { build, isBuilt } from './build.mjs';
import { installN8n } from './n8nInstall.mjs';
import { findNode24 } from './node24.mjs';
import { pack } from './packageInstall.mjs';
import { rootDir } from './paths.mjs';
import { step } from './progress.mjs';

/**
 * Everything that must be there before n8n can start; what is there already is not done again.
 * The project itself must be installed.
 * @returns {Promise<{node: string, tarball: string}>} the Node 24 to run n8n on, and the packed package
 */
export async function prepare(stateDir) {
	const node = await findNode24(stateDir);
	await installN8n(node, stateDir);
	if (!isBuilt()) await step('Build the nodes', () => build(stateDir));
	const tarball = await step('Pack the nodes', () => pack(rootDir, stateDir));
	return { node, tarball };
}
