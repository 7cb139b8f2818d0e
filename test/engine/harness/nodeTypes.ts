import type { IExecuteFunctions, INodeType, INodeTypes } from 'n8n-workflow';

const PACKAGE = 'n8n-nodes-flinks-outbound';

/** The type name a saved workflow uses for this node. */
export const typeName = (node: INodeType) => `${PACKAGE}.${node.description.name}`;

/** Hands its input on; n8n links each item it gives out to the one it got. */
class Source implements INodeType {
	description: INodeType['description'] = {
		displayName: 'Source',
		name: 'source',
		group: ['input'],
		version: 1,
		description: 'Feeds the items of a test into the workflow',
		defaults: { name: 'Source' },
		inputs: ['main'],
		outputs: ['main'],
		properties: [],
	};

	async execute(this: IExecuteFunctions) {
		return [this.getInputData()];
	}
}

/** The node as given, except that what its `execute` throws is kept: n8n stores only a copy. */
function remembering(node: INodeType, thrown: unknown[]): INodeType {
	const { execute } = node;
	if (execute === undefined) return node;
	const wrapped = Object.create(node) as INodeType;
	wrapped.execute = async function (this: IExecuteFunctions) {
		try {
			return await execute.call(this);
		} catch (error) {
			thrown.push(error);
			throw error;
		}
	};
	return wrapped;
}

/** The registry n8n asks for node classes; `thrown` collects live errors. */
export function nodeTypes(nodes: readonly INodeType[], thrown: unknown[] = []): INodeTypes {
	const byName = new Map<string, INodeType>([['harness.source', new Source()]]);
	for (const node of nodes) byName.set(typeName(node), remembering(node, thrown));
	const find = (name: string) => {
		const node = byName.get(name);
		if (node === undefined) throw new Error(`No node type ${name} in this workflow`);
		return node;
	};
	return { getByName: find, getByNameAndVersion: find, getKnownTypes: () => ({}) };
}
