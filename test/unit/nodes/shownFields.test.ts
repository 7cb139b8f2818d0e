import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { INode, INodeParameters, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { type INodeType, NodeHelpers } from 'n8n-workflow';

const folder = path.resolve(__dirname, '../../../nodes');
const names = readdirSync(folder).filter((name) => name.startsWith('Flinks'));

async function nodeCalled(name: string): Promise<INodeType> {
	const module = (await import(`../../../nodes/${name}/${name}.node`)) as Record<
		string,
		new () => INodeType
	>;
	const Node = module[name];
	if (!Node) throw new Error(`${name} exports no class of its name`);
	return new Node();
}

/** The names of the fields that n8n shows, in its order. */
function shown({ description }: INodeType, chosen: INodeParameters): string[] {
	const node = { typeVersion: 1 } as INode;
	const values = NodeHelpers.getNodeParameters(
		description.properties,
		chosen,
		true,
		false,
		node,
		description,
	);
	return description.properties
		.filter((field) => NodeHelpers.displayParameter(values ?? {}, field, node, description))
		.map(({ name }) => name);
}

/** Every way to set the fields that decide which others there are. */
function waysToChoose(properties: readonly INodeProperties[]): INodeParameters[] {
	const deciding = new Set(
		properties.flatMap(({ displayOptions }) => Object.keys(displayOptions?.show ?? {})),
	);
	const values = new Map<string, Set<string | boolean>>();
	for (const { name, type, options = [] } of properties) {
		if (!deciding.has(name)) continue;
		const own = values.get(name) ?? new Set();
		if (type === 'boolean') own.add(true).add(false);
		for (const { value } of options as INodePropertyOptions[]) own.add(String(value));
		values.set(name, own);
	}
	let ways: INodeParameters[] = [{}];
	for (const [name, own] of values) {
		ways = ways.flatMap((way) => [...own].map((value) => ({ ...way, [name]: value })));
	}
	return ways;
}

describe.each(names)('%s', (name) => {
	it('shows no two fields of one name, whatever is chosen', async () => {
		const node = await nodeCalled(name);
		for (const way of waysToChoose(node.description.properties)) {
			const fields = shown(node, way);
			const twice = fields.filter((field, index) => fields.indexOf(field) !== index);
			expect({ way, twice }).toEqual({ way, twice: [] });
		}
	});
});

it('keeps the order of each operation, though fields are shared', async () => {
	const node = await nodeCalled('FlinksDataProviders');
	const [of, all] = ['getSupported', 'getAllActive'].map((operation) => shown(node, { operation }));
	expect(of).toEqual(['operation', 'authentication', 'provider', 'simplify']);
	expect(all).toEqual([
		'operation',
		'recipientNotice',
		'returnAll',
		'limit',
		'detail',
		'filters',
		'simplify',
		'options',
	]);
});

it('names the outputs that the operation has', async () => {
	const { description } = await nodeCalled('FlinksConnectCustomer');
	expect(description.outputs).toMatch(/"completeConnection": .*"Connected".*"Declined".*"Failed"/);
	const accounts = (await nodeCalled('FlinksGetAccounts')).description.outputs;
	expect(accounts).toMatch(/"customerConnection" \? .*"Accounts".*"Changed".* : /);
});
