import { execaNode } from 'execa';
import path from 'node:path';
import { root } from './root.mjs';

/**
 * Runs a program of this project, or of its node_modules, to its end.
 * @returns {Promise<{ok: boolean, output: string}>} what it said on both streams
 */
export async function run(file, args = [], env = {}) {
	const { exitCode, all } = await execaNode(path.join(root, file), args, {
		cwd: root,
		env,
		all: true,
		reject: false,
		nodeOptions: [],
	});
	return { ok: exitCode === 0, output: all };
}
