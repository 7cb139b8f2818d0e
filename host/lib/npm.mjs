import path from 'node:path';
import { HostProblem } from './problem.mjs';
import { start } from './processes.mjs';
import { lastLines } from './waiting.mjs';

const windows = process.platform === 'win32';

// What npm printed -> what a person can do. The first match wins.
const REASONS = [
	{
		sign: /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT)\b|network|ENOTCACHED/,
		what: 'the npm registry cannot be reached.',
		remedy: 'Check the network (and proxy: npm config get proxy registry), then start again.',
	},
	{
		sign: /\bENOSPC\b|no space left/i,
		what: 'the disk is full.',
		remedy: 'n8n needs about 3 GB. Make room, then start again.',
	},
	{
		sign: /\b(EACCES|EPERM|EROFS)\b/,
		what: 'a file or folder may not be written.',
		remedy:
			'Give yourself the rights to this folder (it must not belong to root), then start again.',
	},
	{
		sign: /gyp ERR|node-pre-gyp|not found: make|g\+\+/,
		what: 'the database driver (sqlite3) could not be compiled.',
		remedy:
			'Install a C++ compiler, make and Python 3 (Debian: apt-get install -y g++ make python3), then start again.',
	},
	{
		sign: /\b(ETARGET|E404)\b|not found in this registry|No matching version/,
		what: 'the npm registry lacks a package that is needed.',
		remedy: 'Check that the registry is complete: npm config get registry',
	},
];

/** @returns {HostProblem} why npm failed, in words, with the place of its full log. */
export function explainNpm(task, output, logFile) {
	const reason = REASONS.find(({ sign }) => sign.test(output)) ?? {
		what: `its last words were:\n${lastLines(output)}`,
		remedy: 'Put that right, then start again.',
	};
	return new HostProblem(
		`${task} failed: ${reason.what}`,
		`${reason.remedy}\nFull log: ${logFile}`,
	);
}

/** How to call npm: the one that runs us (npm sets npm_execpath), else the one on the PATH. */
function npmCommand(node) {
	const cli = process.env.npm_execpath;
	if (cli && /npm-cli\.c?js$/.test(cli)) return { command: node, first: [cli], shell: false };
	return { command: windows ? 'npm.cmd' : 'npm', first: [], shell: windows };
}

/**
 * Runs npm to its end. `node` is the Node it runs on.
 * @throws {HostProblem} in words, when it fails
 */
export async function npm(task, args, { cwd, logFile, node = process.execPath, env = {} }) {
	const { command, first, shell } = npmCommand(node);
	const child = start(command, [...first, ...args, '--no-audit', '--no-fund', '--loglevel=error'], {
		cwd,
		shell,
		logFile,
		env: {
			...process.env,
			...env,
			PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}`,
			npm_config_fetch_retries: '2',
			npm_config_fetch_retry_mintimeout: '1000',
			npm_config_fetch_retry_maxtimeout: '5000',
			npm_config_update_notifier: 'false',
		},
	});
	if ((await child.exited) !== 0) throw explainNpm(task, child.logText(), logFile);
	return child.logText();
}
