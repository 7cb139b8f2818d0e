import { execaNode } from 'execa';
import path from 'node:path';
import { root } from './root.mjs';

/**
 * Runs a program of node_modules to its end.
 * @returns {Promise<{ok: boolean, output: string}>} what it said on both streams
 */
export async function run(bin, args = [], env = {}) {
	const { exitCode, all } = await execaNode(path.join(root, 'node_modules', bin), args, {
		cwd: root,
		env,
		all: true,
		reject: false,
		nodeOptions: [],
	});
	return { ok: exitCode === 0, output: all };
}
