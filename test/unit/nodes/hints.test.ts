import type { INodePropertyOptions, INodeType } from 'n8n-workflow';
import { readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * n8n 2.41's editor says of operations with these values that the node runs once for each input item,
 * once it has more than one.
 */
const RUNS_FOR_EACH = ['getAll', 'getMany', 'read', 'search'];

const folder = path.resolve(__dirname, '../../../nodes');
const names = readdirSync(folder).filter((name) => name.startsWith('Flinks'));

async function described(name: string) {
	const module = (await import(`../../../nodes/${name}/${name}.node`)) as Record<
		string,
		new () => INodeType
	>;
	const Node = module[name];
	if (!Node) throw new Error(`No class ${name}`);
	return new Node().description;
}

const valuesOf = ({ properties }: INodeType['description']) =>
	properties
		.filter((property) => property.name === 'operation')
		.flatMap(({ options }) => options as INodePropertyOptions[])
		.map(({ value }) => value);

describe("n8n's hint that a node runs once for each item", () => {
	it('shows for the nodes only whose items are questions of their own', async () => {
		const shown = [];
		for (const name of names) {
			const values = valuesOf(await described(name));
			if (values.some((value) => RUNS_FOR_EACH.includes(String(value)))) shown.push(name);
		}
		expect(shown).toEqual(['FlinksAccountData', 'FlinksGetAccounts']);
	});

	it.each(['FlinksCheckRegistrationStatus', 'FlinksDataProviders', 'FlinksDataRecipients'])(
		'has one of our own in its place in %s, which asks once for all items',
		async (name) => {
			const { hints = [] } = await described(name);
			expect(hints.map(({ message }) => message)).toContainEqual(
				expect.stringContaining('not asked anew for each input item'),
			);
		},
	);
});
