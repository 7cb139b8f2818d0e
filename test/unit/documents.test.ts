import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { INodePropertyOptions, INodeType } from 'n8n-workflow';
import { z } from 'zod';

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

const known = Object.keys(
	z.object({ scripts: z.record(z.string()) }).parse(JSON.parse(read('package.json'))).scripts,
);
const PAGES = [
	...readdirSync(root).filter((file) => file.endsWith('.md')),
	...filesBelow('docs', '.md'),
	...filesBelow('host', '.md'),
];

describe.each(PAGES.map((page) => [page, read(page)] as const))('%s', (page, text) => {
	const tests = [...text.matchAll(/`(?:test\/)?((?:\w+\/)+\w+\.test\.(?:ts|mjs))`/g)];
	const inQueue = page.endsWith('queue-mode.md') ? [...text.matchAll(/`(\w+\.mjs)`/g)] : [];

	it('names files of tests that exist', () => {
		const named = [
			...tests.map(([, file = '']) => `test/${file}`),
			...inQueue.map(([, file = '']) => `test/queue/${file}`),
		];
		expect(named.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
	});

	it('names files and commands that exist', () => {
		const files = [
			...text.matchAll(
				/`((?:\.ci|\.github|contract|outbound|nodes|credentials|sandbox|host|workflows|test|bench|docs|scripts)\/[\w./-]*)`/g,
			),
		];
		const missing = files
			.map(([, file = '']) => file)
			.filter(
				(file) =>
					!file.includes('/.state/') &&
					!['', 'test'].some((top) => existsSync(path.join(root, top, file))),
			);
		const commands = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);
		expect([...missing, ...commands.filter((name) => !known.includes(name))]).toEqual([]);
	});

	it('names no folder of one machine, and nothing above the repository', () => {
		expect(text).not.toMatch(/\/(?:Users|tmp|work)\//);
		const above = [...text.matchAll(/(?:\.\.\/)+[\w./-]*/g)].map(([file]) => file);
		const from = path.join(root, path.dirname(page));
		expect(above.filter((file) => !existsSync(path.join(from, file)))).toEqual([]);
	});
});

describe('the messages of the README', () => {
	const [, table = ''] = read('README.md').split('| Message | What to do |');
	const messages = (table.split('\n\n')[0] ?? '')
		.split('\n')
		.filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
		.map((line) => line.split('|')[1]?.trim() ?? '');
	const sources = ['outbound', 'nodes', 'credentials']
		.flatMap((folder) => filesBelow(folder, '.ts'))
		.map((file) => read(file).replace(/\\'/g, "'"))
		.join('\n');
	/** What stands between names and numbers; its beginning, since a message is put together of parts. */
	const parts = (message: string) =>
		message
			.replace(/\([^)]*\)/g, '')
			.split(/…| \/ |, | are (?=not)/)
			.map((part) =>
				part
					.replace(/^\s*'[^']+' /, '')
					.trim()
					.slice(0, 24),
			)
			.filter((part) => part.length > 8);

	it.each(messages)('names messages that exist: %s', (message) => {
		expect(parts(message).filter((part) => !sources.includes(part))).toEqual([]);
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
