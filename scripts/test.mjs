// `npm test`: installs what is missing, then runs every check of this project; all steps run even
// when one fails. `npm test -- unit lint` runs only the steps named.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const reports = mkdtempSync(path.join(os.tmpdir(), 'flinks-test-'));

function run(command, args, env = {}) {
	const { status } = spawnSync(command, args, {
		cwd: root,
		stdio: 'inherit',
		env: { ...process.env, ...env },
		shell: process.platform === 'win32',
	});
	return status === 0;
}

const bin = (file, ...args) =>
	run(process.execPath, [path.join(root, 'node_modules', file), ...args]);

/** Installs a folder as its lock file says, unless that was the one installed last. */
function install(folder) {
	const where = path.join(root, folder);
	const lock = readFileSync(path.join(where, 'package-lock.json'));
	const hash = createHash('sha256').update(lock).digest('hex');
	const stamp = path.join(where, 'node_modules', '.installed-lock');
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return true;
	// A folder that `npm install` filled is as good, and is not thrown away.
	const installed = path.join(where, 'node_modules', '.package-lock.json');
	if (!existsSync(installed) || existsSync(stamp) || process.env.CI) {
		console.log(`Installing ${folder === '.' ? 'the project' : folder} ...`);
		if (!run(npm, ['ci', '--prefix', where])) {
			console.error(
				'The packages could not be installed. Check the network and the npm registry, then run npm test again.',
			);
			return false;
		}
	}
	mkdirSync(path.dirname(stamp), { recursive: true });
	writeFileSync(stamp, hash);
	return true;
}

const counted = { passed: 0, failed: 0 };

function jest(project, env = {}) {
	const report = path.join(reports, `${project}-${Object.keys(env).join()}.json`);
	const args = [`--selectProjects=${project}`, '--json', `--outputFile=${report}`];
	const ok = run(
		process.execPath,
		[path.join(root, 'node_modules/jest/bin/jest.js'), ...args],
		env,
	);
	if (existsSync(report)) {
		const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
		counted.passed += numPassedTests;
		counted.failed += numFailedTests;
	}
	return ok;
}

const steps = {
	types: () => bin('typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.all.json'),
	lint: () => bin('eslint/bin/eslint.js', '-c', 'eslint.ci.config.mjs', '.'),
	contract: () => bin('tsx/dist/cli.mjs', 'contract/generate.ts', '--check'),
	unit: () => jest('unit'),
	sync: () => jest('sync'),
	sandbox: () => jest('sandbox'),
	engine: () => jest('engine'),
	'engine-oldest': () => install('test/oldest') && jest('engine', { N8N_HOST_DIR: 'test/oldest' }),
	faults: () => jest('faults'),
	package: () => jest('package'),
};

function main() {
	if (!install('.')) return 1;
	const wanted = process.argv.slice(2);
	const unknown = wanted.filter((name) => !(name in steps));
	if (unknown.length > 0) {
		console.error(`No step ${unknown.join(', ')}. Steps: ${Object.keys(steps).join(', ')}`);
		return 1;
	}
	const results = Object.entries(steps)
		.filter(([name]) => wanted.length === 0 || wanted.includes(name))
		.map(([name, step]) => {
			console.log(`\n=== ${name}`);
			const startedAt = Date.now();
			const ok = step();
			return { name, ok, seconds: Math.round((Date.now() - startedAt) / 1000) };
		});
	console.log('');
	for (const { name, ok, seconds } of results) {
		console.log(`${ok ? 'ok    ' : 'FAILED'} ${name.padEnd(14)} ${seconds} s`);
	}
	console.log(`\n${counted.passed} passed, ${counted.failed} failed`);
	return results.every(({ ok }) => ok) ? 0 : 1;
}

try {
	process.exitCode = main();
} finally {
	rmSync(reports, { recursive: true, force: true });
}
