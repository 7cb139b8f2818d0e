import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { rootDir } from '../../../host/lib/paths.mjs';

const script = path.join(rootDir, 'test', 'oauth', 'oidcProvider.mjs');

/**
 * Starts oidc-provider in a process of its own.
 * @returns {Promise<{url: string, tokens: Array<{event: string, grant: string}>, stop: () => Promise<void>}>}
 * `tokens` is what became of each token request, oldest first
 */
export async function startProvider(options) {
	const child = fork(script, [JSON.stringify(options)], { silent: true, execArgv: [] });
	const exited = once(child, 'exit');
	const tokens = [];
	const url = await new Promise((resolve, reject) => {
		child.once('exit', (code) => reject(new Error(`oidc-provider ended with ${code}`)));
		child.on('message', (told) => (told.url ? resolve(told.url) : tokens.push(told)));
	});
	return {
		url,
		tokens,
		async stop() {
			child.kill();
			await exited;
		},
	};
}
