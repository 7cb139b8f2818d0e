import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { INodePropertyOptions, INodeType } from 'n8n-workflow';

import { schemaFile } from '../engine/harness/rowSchema';

const root = path.resolve(__dirname, '../..');
const names = readdirSync(path.join(root, 'nodes')).filter((name) => name.startsWith('Flinks'));

async function nodeCalled(name: string): Promise<INodeType> {
	const module = (await import(`../../nodes/${name}/${name}.node`)) as Record<
		string,
		new () => INodeType
	>;
	const Node = module[name];
	if (!Node) throw new Error(`${name} exports no class of its name`);
	return new Node();
}

/** The schema file of each operation: n8n shows the fields of its rows before the first run. */
function filesOf(node: INodeType): string[] {
	const choosers = node.description.properties.filter(({ name }) => name === 'operation');
	if (choosers.length === 0) return [schemaFile(node, {})];
	return choosers.flatMap((chooser) => {
		const resources = chooser.displayOptions?.show?.resource ?? [undefined];
		const operations = (chooser.options as INodePropertyOptions[]).map(({ value }) => value);
		return resources.flatMap((resource) =>
			operations.map((operation) =>
				schemaFile(node, {
					operation,
					...(resource === undefined ? {} : { resource: String(resource) }),
				}),
			),
		);
	});
}

describe.each(names)('%s', (name) => {
	const folder = path.join(root, 'nodes', name, '__schema__');

	it('has a schema for each operation, and no other', async () => {
		const node = await nodeCalled(name);
		const isTrigger = node.description.group.includes('trigger');
		const wanted = isTrigger ? [] : filesOf(node);
		const found = existsSync(folder)
			? readdirSync(folder, { recursive: true, encoding: 'utf8' })
					.filter((file) => file.endsWith('.json'))
					.map((file) => path.join(folder, file))
			: [];
		expect(found.sort()).toEqual(wanted.sort());
	});
});
