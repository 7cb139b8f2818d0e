import { HostProblem } from './problem.mjs';
import { lastLines } from './waiting.mjs';

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
