import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { packAndInstall, type PackedPackage } from './packed';

const isConnectionTrigger = (name: string) => name.endsWith('flinksConnectionTrigger');

interface LoadedNode {
	readonly name: string;
	readonly displayName: string;
	readonly iconUrl?: string | { readonly light: string; readonly dark: string };
	readonly codex?: { readonly categories?: readonly string[]; readonly resources?: object };
	readonly credentials: readonly string[];
	readonly usableAsTool?: boolean;
	readonly group: readonly string[];
}

interface LoadedCredential {
	readonly name: string;
	readonly displayName: string;
	readonly iconUrl?: string | { readonly light: string; readonly dark: string };
	readonly supportedNodes: readonly string[];
}

interface Loaded {
	readonly nodes: readonly LoadedNode[];
	readonly credentials: readonly LoadedCredential[];
}

const root = path.resolve(__dirname, '../..');

let packed: PackedPackage;
let loaded: Loaded;

function run(script: string, ...args: string[]): unknown {
	const output = execFileSync(process.execPath, [path.join(__dirname, script), ...args], {
		encoding: 'utf8',
		env: {
			...process.env,
			// The scanner's rules take every file for a test case of their own where this is `test`.
			NODE_ENV: 'production',
			// An installed package finds n8n-workflow in n8n's own folder.
			NODE_PATH: path.join(root, 'node_modules'),
			N8N_USER_FOLDER: path.dirname(packed.folder),
			// The scanner leaves a folder behind at each start.
			TMPDIR: path.dirname(packed.folder),
			N8N_LOG_LEVEL: 'silent',
		},
	});
	return JSON.parse(output.slice(output.indexOf('{')));
}

const className = (file: string) => path.posix.basename(file).split('.')[0] ?? '';

beforeAll(() => {
	packed = packAndInstall();
	loaded = run('load.mjs', packed.installed) as Loaded;
}, 180_000);

afterAll(() => packed?.remove());

describe('the tarball', () => {
	it('has the compiled package, its papers and nothing else', () => {
		const wanted =
			/^(README\.md|LICENSE|package\.json|index\.js|dist\/icons\/[\w.]+\.svg|dist\/nodes\/\w+\/\w+\.node\.json|dist\/nodes\/\w+\/__schema__\/v[\w./]+\.json|dist\/(nodes|credentials|outbound)\/[\w/.]+\.js)$/;
		expect(packed.tarballFiles.filter((file) => !wanted.test(file))).toEqual([]);
		expect(packed.tarballFiles).toEqual(
			expect.arrayContaining(['README.md', 'LICENSE', 'package.json', 'index.js']),
		);
	});

	it('has every file that package.json tells n8n of', () => {
		const { nodes, credentials } = packed.manifest.n8n;
		const missing = [...nodes, ...credentials].filter(
			(file) => !packed.tarballFiles.includes(file),
		);
		expect(missing).toEqual([]);
	});

	it('tells n8n of every node and credential it has', () => {
		const { nodes, credentials } = packed.manifest.n8n;
		const compiled = packed.tarballFiles.filter((file) => /\.(node|credentials)\.js$/.test(file));
		expect([...nodes, ...credentials].sort()).toEqual(compiled);
	});

	it('depends on nothing at run time', () => {
		expect(packed.manifest.dependencies ?? {}).toEqual({});
	});

	it('stays small', () => {
		const bytes = packed.tarballFiles
			.map((file) => statSync(path.join(packed.folder, file)).size)
			.reduce((sum, size) => sum + size, 0);
		expect(bytes).toBeLessThan(1_000_000);
	});
});

describe('installed as n8n does it', () => {
	it('brings no other package along', () => {
		const modules = path.join(packed.installed, 'node_modules');
		const others = existsSync(modules) ? readdirSync(modules) : [];
		expect(others.filter((name) => !name.startsWith('.'))).toEqual([]);
	});

	it('gives n8n all its nodes, under the names of their files', () => {
		const expected = packed.manifest.n8n.nodes.map((file) => camelCase(className(file)));
		expect(loaded.nodes.map(({ name }) => name).sort()).toEqual(expected.sort());
	});

	it('gives n8n all its credentials, under the names of their files', () => {
		const expected = packed.manifest.n8n.credentials.map((file) => camelCase(className(file)));
		expect(loaded.credentials.map(({ name }) => name).sort()).toEqual(expected.sort());
	});

	it('shows icons that the tarball has', () => {
		const urls = [...loaded.nodes, ...loaded.credentials].flatMap(({ displayName, iconUrl }) =>
			[iconUrl].flatMap((icon) =>
				typeof icon === 'object' ? [icon.light, icon.dark] : [icon ?? `none: ${displayName}`],
			),
		);
		const missing = urls.filter((url) => {
			const file = url.replace(`icons/${packed.manifest.name}/`, '');
			return !packed.tarballFiles.includes(file);
		});
		expect(missing).toEqual([]);
	});

	it('gives every node a codex that n8n accepts', () => {
		for (const { codex, name } of loaded.nodes) {
			expect({ name, categories: codex?.categories }).toEqual({
				name,
				// n8n's editor starts a workflow at a trigger of another category before its manual trigger.
				categories: ['Finance & Accounting', ...(isConnectionTrigger(name) ? ['Core Nodes'] : [])],
			});
			expect(codex?.resources).toBeDefined();
		}
	});

	it('tells n8n which nodes a credential is for', () => {
		for (const { name, supportedNodes } of loaded.credentials) {
			const users = loaded.nodes.filter(({ credentials }) => credentials.includes(name));
			expect(users.length).toBeGreaterThan(0);
			expect([...supportedNodes].sort()).toEqual(users.map((node) => node.name).sort());
		}
	});

	it('offers every node but the triggers to AI agents', () => {
		const offered = loaded.nodes.filter(({ usableAsTool }) => usableAsTool === true);
		const triggers = loaded.nodes.filter(({ group }) => group.includes('trigger'));
		expect([...offered, ...triggers].map(({ name }) => name).sort()).toEqual(
			loaded.nodes.map(({ name }) => name).sort(),
		);
	});
});

describe("n8n's package scanner", () => {
	it('passes the tarball', () => {
		expect(run('scan.mjs', packed.folder)).toEqual({ passed: true });
	}, 120_000);

	it('passes the sources', () => {
		const patterns = ['package.json', '{nodes,credentials}/**/*.{js,ts,json}'];
		expect(run('scan.mjs', root, ...patterns)).toEqual({ passed: true });
	}, 120_000);
});

function camelCase(name: string): string {
	return name.charAt(0).toLowerCase() + name.slice(1);
}
