import path from 'node:path';

/** Gives up on a registry that does not answer within seconds, not minutes. */
const PATIENCE = {
	npm_config_fetch_retries: '2',
	npm_config_fetch_retry_mintimeout: '1000',
	npm_config_fetch_retry_maxtimeout: '5000',
	npm_config_update_notifier: 'false',
};

/**
 * How to call npm with those arguments: the one that runs us (npm sets npm_execpath), else the one
 * on the PATH. `node` is the Node it runs on.
 */
export function npmCall(args, node, env = {}) {
	const all = [...args, '--no-audit', '--no-fund', '--loglevel=error'];
	const options = {
		env: {
			...process.env,
			...env,
			...PATIENCE,
			PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}`,
		},
	};
	const cli = process.env.npm_execpath;
	if (cli && /npm-cli\.c?js$/.test(cli)) {
		return { command: node, args: [cli, ...all], options: { ...options, shell: false } };
	}
	const windows = process.platform === 'win32';
	return {
		command: windows ? 'npm.cmd' : 'npm',
		args: all,
		options: { ...options, shell: windows },
	};
}
