import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { npm } from './npm.mjs';
import { defaultStateDir, rootDir } from './paths.mjs';

const FOLDERS = ['nodes', 'credentials', 'outbound', 'icons'];
const FILES = ['gulpfile.js', 'index.js', 'package.json', 'scripts/build.mjs', 'tsconfig.json'];
const stampFile = path.join(defaultStateDir, 'built-from');

const filesIn = (folder) =>
	readdirSync(path.join(rootDir, folder), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));

/** The sources as they are now, and the dist they were built into: a build by hand makes a new dist. */
function currentStamp() {
	const hash = createHash('sha256');
	const sources = [...FOLDERS.flatMap(filesIn), ...FILES.map((file) => path.join(rootDir, file))];
	for (const file of sources.sort()) {
		hash.update(path.relative(rootDir, file)).update(readFileSync(file));
	}
	return `${hash.digest('hex')} ${statSync(path.join(rootDir, 'dist')).mtimeMs}`;
}

export const isBuilt = () =>
	existsSync(stampFile) &&
	existsSync(path.join(rootDir, 'dist')) &&
	readFileSync(stampFile, 'utf8') === currentStamp();

/** Builds dist with the project's own build. */
export async function build(stateDir) {
	await npm('Building the project', ['run', 'build'], {
		cwd: rootDir,
		logFile: path.join(stateDir, 'logs', 'build.log'),
	});
	mkdirSync(defaultStateDir, { recursive: true });
	writeFileSync(stampFile, currentStamp());
}
