import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { INodePropertyOptions, INodeType } from 'n8n-workflow';

import { SCOPE_CHOICES } from '../../outbound/connections/scopeChoices';
import { createSettings } from '../../sandbox/settings';

const root = path.resolve(__dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
/** As GitHub makes an anchor of a heading. */
const anchorOf = (heading: string) =>
	heading
		.replace(/[`*]/g, '')
		.toLowerCase()
		.replace(/[^\w\- ]/g, '')
		.trim()
		.replace(/ /g, '-');

const anchorsIn = (file: string) =>
	[...read(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));

const filesBelow = (folder: string, ending: string) =>
	readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith(ending) && !file.includes('node_modules'))
		.map((file) => path.posix.join(folder, file));

describe('links', () => {
	it('of the nodes and credentials lead to a section of the README', () => {
		const sources = [...filesBelow('nodes', '.json'), ...filesBelow('credentials', '.ts')];
		const used = sources.flatMap((file) =>
			[...read(file).matchAll(/n8n-nodes-flinks-outbound#([\w-]+)/g)].map(([, to = '']) => to),
		);
		expect(used.length).toBeGreaterThan(5);
		expect(used.filter((to) => !anchorsIn('README.md').includes(to))).toEqual([]);
	});
});

describe('the README', () => {
	const readme = read('README.md');

	it.each(readdirSync(path.join(root, 'nodes')).filter((name) => name.startsWith('Flinks')))(
		'has %s and its operations',
		async (name) => {
			const module = (await import(`../../nodes/${name}/${name}.node`)) as Record<
				string,
				new () => INodeType
			>;
			const Node = module[name];
			const properties = Node ? new Node().description.properties : [];
			const choosers = properties.filter((property) => property.name === 'operation');
			const options = choosers.flatMap((chooser) => chooser.options as INodePropertyOptions[]);
			expect(properties.length).toBeGreaterThan(0);
			const displayName = name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
			expect(readme).toContain(`| **${displayName}** |`);
			const missing = options.filter(
				({ name: operation }) =>
					![`| ${operation} |`, `: ${operation} |`].some((cell) => readme.includes(cell)),
			);
			expect(missing).toEqual([]);
		},
	);

	it('names every workflow that can be imported', () => {
		const files = readdirSync(path.join(root, 'workflows'));
		expect(files.filter((file) => !readme.includes(`workflows/${file}`))).toEqual([]);
	});

	it('names scopes as the editor does', () => {
		expect(readme).toContain(`*${SCOPE_CHOICES[0]?.name}*`);
	});
});

describe('the threat model', () => {
	const rows = read('docs/security.md')
		.split('\n')
		.filter((line) => line.startsWith('|'))
		.flatMap((line) => [...line.matchAll(/`([a-z0-9]+\/[\w/]+\.test\.(?:ts|mjs))` › ([^·|]+)/g)])
		.map(([, file = '', names = '']) => [file, names.trim()] as const);

	it('names many tests', () => {
		expect(rows.length).toBeGreaterThan(20);
	});

	it.each(rows)('names a test that exists: %s › %s', (file, name) => {
		const words = read(`test/${file}`).replace(/\s+/g, ' ');
		const title = name.replace(/^\([^)]+\) /, '').split(/ a | forged /)[0] ?? name;
		expect(words).toContain(title);
	});
});

describe('the sandbox guide', () => {
	it('has every setting', () => {
		const guide = read('docs/sandbox.md');
		expect(Object.keys(createSettings()).filter((name) => !guide.includes(`\`${name}\``))).toEqual(
			[],
		);
	});
});
