import { execFileSync } from 'node:child_process';
import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');

const LEFT_OUT = new Set(['.git', 'node_modules', 'dist', '.state', '.stryker-tmp']);
const E2E_OUTPUT = path.join(root, 'test/e2e/output');

const npm = (args: readonly string[], cwd: string) =>
	execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

// As in n8n's community package installer.
const INSTALL_FLAGS = [
	'--audit=false',
	'--fund=false',
	'--bin-links=false',
	'--install-strategy=shallow',
	'--ignore-scripts=true',
	'--package-lock=false',
];

export interface Manifest {
	readonly name: string;
	readonly version: string;
	readonly dependencies?: Readonly<Record<string, string>>;
	readonly n8n: { readonly nodes: readonly string[]; readonly credentials: readonly string[] };
}

export interface PackedPackage {
	readonly tarballFiles: readonly string[];
	/** Where the tarball is unpacked, as published. */
	readonly folder: string;
	/** Where it is installed the way n8n installs a community package. */
	readonly installed: string;
	readonly manifest: Manifest;
	remove(): void;
}

/** Builds a copy of the repository, packs it and installs the tarball; nothing here is written to. */
export function packAndInstall(): PackedPackage {
	const temporary = mkdtempSync(path.join(tmpdir(), 'packed-'));
	try {
		return packIn(temporary);
	} catch (error) {
		rmSync(temporary, { recursive: true, force: true });
		throw error;
	}
}

function packIn(temporary: string): PackedPackage {
	const copy = path.join(temporary, 'repository');
	cpSync(root, copy, {
		recursive: true,
		filter: (source) => !LEFT_OUT.has(path.basename(source)) && source !== E2E_OUTPUT,
	});
	symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
	execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: copy });

	const packed = npm(['pack', '--json', '--ignore-scripts', '--pack-destination', temporary], copy);
	const [{ filename, files }] = JSON.parse(packed) as [
		{ filename: string; files: ReadonlyArray<{ path: string }> },
	];
	execFileSync('tar', ['-xzf', filename], { cwd: temporary });
	const folder = path.join(temporary, 'package');
	const manifest = readManifest(folder);
	return {
		tarballFiles: files.map((file) => file.path).sort(),
		folder,
		installed: install(temporary, folder, manifest),
		manifest,
		remove: () => rmSync(temporary, { recursive: true, force: true }),
	};
}

function install(temporary: string, folder: string, manifest: Manifest): string {
	const installed = path.join(temporary, 'nodes/node_modules', manifest.name);
	mkdirSync(path.dirname(installed), { recursive: true });
	cpSync(folder, installed, { recursive: true });
	const removed = { devDependencies: undefined, peerDependencies: undefined };
	writeFileSync(
		path.join(installed, 'package.json'),
		JSON.stringify({ ...manifest, ...removed, optionalDependencies: undefined }),
	);
	npm(['install', ...INSTALL_FLAGS], installed);
	return installed;
}

const readManifest = (folder: string) =>
	JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest;
