import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { npm } from './npm.mjs';
import { start } from './processes.mjs';
import { HostProblem } from './problem.mjs';

/** Packs the project as it would be published. @returns {Promise<string>} the tarball's path */
export async function pack(sourceDir, stateDir) {
	const target = path.join(stateDir, 'package');
	rmSync(target, { recursive: true, force: true });
	mkdirSync(target, { recursive: true });
	const { name, version } = JSON.parse(readFileSync(path.join(sourceDir, 'package.json'), 'utf8'));
	await npm('Packing the project', ['pack', '--ignore-scripts', '--pack-destination', target], {
		cwd: sourceDir,
		logFile: path.join(stateDir, 'logs', 'pack.log'),
	});
	return path.join(target, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`);
}

async function untar(tarball, into, logFile) {
	const child = start('tar', ['-xzf', tarball, '-C', into], { cwd: into, logFile });
	if ((await child.exited) === 0) return;
	throw new HostProblem(
		`The packed tarball ${tarball} could not be unpacked.`,
		`The tar program is needed.\nFull log: ${logFile}`,
	);
}

/**
 * Puts a packed node package where n8n's own installer puts it, in the same steps: unpack, drop what
 * only developers and hosts need, install what is left without scripts.
 */
export async function installPackage(tarball, userFolder, stateDir) {
	const logs = path.join(stateDir, 'logs');
	const unpacked = path.join(stateDir, 'package', 'unpacked');
	rmSync(unpacked, { recursive: true, force: true });
	mkdirSync(unpacked, { recursive: true });
	await untar(tarball, unpacked, path.join(logs, 'unpack.log'));

	const folder = path.join(unpacked, 'package');
	const manifestFile = path.join(folder, 'package.json');
	const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
	delete manifest.devDependencies;
	delete manifest.peerDependencies;
	delete manifest.optionalDependencies;
	writeFileSync(manifestFile, JSON.stringify(manifest, null, 2));
	if (Object.keys(manifest.dependencies ?? {}).length > 0) {
		const flags = [
			'--ignore-scripts',
			'--install-strategy=shallow',
			'--bin-links=false',
			'--package-lock=false',
		];
		await npm('Installing the package into n8n', ['install', ...flags], {
			cwd: folder,
			logFile: path.join(logs, 'install-package.log'),
		});
	}

	const home = path.join(userFolder, '.n8n', 'nodes', 'node_modules', manifest.name);
	rmSync(home, { recursive: true, force: true });
	mkdirSync(path.dirname(home), { recursive: true });
	move(folder, home);
	return manifest.name;
}

/** Renaming fails across file systems, copying does not. */
function move(from, to) {
	try {
		renameSync(from, to);
	} catch {
		cpSync(from, to, { recursive: true });
	}
}
