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

/** What the fields hold once n8n has added the defaults of those that are shown. */
function valuesOf({ description }: INodeType, chosen: INodeParameters): INodeParameters {
	const node = { typeVersion: 1 } as INode;
	const { properties } = description;
	return NodeHelpers.getNodeParameters(properties, chosen, true, false, node, description) ?? {};
}

/** The fields that n8n shows, in its order. */
function shownIn({ description }: INodeType, values: INodeParameters): INodeProperties[] {
	const node = { typeVersion: 1 } as INode;
	return description.properties.filter((field) =>
		NodeHelpers.displayParameter(values, field, node, description),
	);
}

const shown = (node: INodeType, chosen: INodeParameters): string[] =>
	shownIn(node, valuesOf(node, chosen)).map(({ name }) => name);

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

	// n8n 2.41's editor: a field that one which credentials depend on names in `show` is hidden.
	it('has no resource or operation that the editor hides beside the credential', async () => {
		const { credentials = [], properties } = (await nodeCalled(name)).description;
		const chosenBy = credentials.flatMap(({ displayOptions }) =>
			Object.keys(displayOptions?.show ?? {}),
		);
		const named = properties
			.filter((field) => chosenBy.includes(field.name))
			.flatMap(({ displayOptions }) => Object.keys(displayOptions?.show ?? {}));
		const hidden = ['resource', 'operation'].filter((field) =>
			[...chosenBy, ...named].includes(field),
		);
		expect(hidden).toEqual([]);
	});

	// It lists those that a choice in the field `authentication` stands for.
	it('has no credential that the editor does not offer', async () => {
		const { credentials = [], properties } = (await nodeCalled(name)).description;
		const field = properties.find((property) => property.name === 'authentication');
		const choices = (field?.options as INodePropertyOptions[] | undefined)?.map(
			({ value }) => value,
		);
		const offered = credentials.filter(
			({ displayOptions }) =>
				!choices ||
				displayOptions?.show?.authentication?.some((value) => choices.includes(`${value}`)),
		);
		expect(offered).toEqual(credentials);
	});

	it('begins at every ID in a way that it offers, also when another credential is picked', async () => {
		const node = await nodeCalled(name);
		for (const { authentication, ...way } of waysToChoose(node.description.properties)) {
			const values = { ...valuesOf(node, way), ...(authentication && { authentication }) };
			const fields = shownIn(node, valuesOf(node, values));
			const wrong = fields.filter(({ name: field, modes }) => {
				const value = valuesOf(node, values)[field];
				return modes && !modes.some((mode) => isIn(mode.name, value));
			});
			expect({ authentication, way, wrong }).toEqual({ authentication, way, wrong: [] });
		}
	});
});

const isIn = (mode: string, value: unknown): boolean =>
	typeof value === 'object' && value !== null && 'mode' in value && value.mode === mode;

it('keeps the order of each operation, though fields are shared', async () => {
	const node = await nodeCalled('FlinksDataProviders');
	const [of, all] = ['getSupported', 'getAllForRecipient'].map((operation) =>
		shown(node, { operation }),
	);
	expect(of).toEqual(['authentication', 'operation', 'provider', 'simplify']);
	expect(all).toEqual([
		'authentication',
		'operation',
		'recipientNotice',
		'returnAll',
		'limit',
		'detail',
		'statuses',
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
