import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { npm } from './npm.mjs';
import { node24Dir } from './paths.mjs';
import { HostProblem } from './problem.mjs';
import { step } from './progress.mjs';

const WANTED_MAJOR = 24;
const PACKAGED = ['linux-x64', 'linux-arm64', 'win32-x64'];

const major = (version) => Number(version.replace(/^v/, '').split('.')[0]);

/** @returns {string} where npm's Node package for this platform puts the program. */
function packagedNode() {
	const system = process.platform === 'win32' ? 'win' : process.platform;
	const name = `node-${system}-${process.arch}`;
	const file = process.platform === 'win32' ? 'node.exe' : 'node';
	return path.join(node24Dir, 'node_modules', name, 'bin', file);
}

function works(node) {
	if (!existsSync(node)) return false;
	const { stdout, status } = spawnSync(node, ['--version'], { encoding: 'utf8' });
	return status === 0 && major(stdout) === WANTED_MAJOR;
}

/** Headers beside a Node let sqlite3 be compiled without fetching them. */
export function headersOf(node) {
	const dir = path.resolve(path.dirname(node), '..');
	return existsSync(path.join(dir, 'include', 'node', 'node.h')) ? dir : undefined;
}

/** The Node 24 that n8n runs on: this machine's own, or the one from npm. */
export async function findNode24(stateDir) {
	if (major(process.version) === WANTED_MAJOR) return process.execPath;
	const node = packagedNode();
	if (works(node)) return node;
	if (!PACKAGED.includes(`${process.platform}-${process.arch}`)) {
		throw new HostProblem(
			`n8n needs Node ${WANTED_MAJOR}; this machine has ${process.version}, and npm has no Node ${WANTED_MAJOR} for ${process.platform}-${process.arch}.`,
			`Install Node ${WANTED_MAJOR} from https://nodejs.org (or: nvm install ${WANTED_MAJOR}), then run npm start with it.`,
		);
	}
	await step(`Install Node ${WANTED_MAJOR} for n8n`, () =>
		npm(`Installing Node ${WANTED_MAJOR}`, ['ci', '--ignore-scripts', '--include=optional'], {
			cwd: node24Dir,
			logFile: path.join(stateDir, 'logs', 'install-node24.log'),
		}),
	);
	if (works(node)) return node;
	throw new HostProblem(
		`Node ${WANTED_MAJOR} was installed but does not run on this machine.`,
		`Install Node ${WANTED_MAJOR} from https://nodejs.org, then run npm start with it.`,
	);
}
