import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { IDataObject, IExecuteFunctions, INodeType } from 'n8n-workflow';
import { z } from 'zod';

import { FlinksGetAccounts } from '../../nodes/FlinksGetAccounts/FlinksGetAccounts.node';
import { startSandbox } from '../../sandbox';
import { appCredential, CONNECTION_KEY } from '../support/app';
import { newConnection } from '../support/newConnection';
import { runNode } from './harness';

const root = path.resolve(__dirname, '../..');
const Template = z.object({
	nodes: z.array(
		z.object({ name: z.string(), type: z.string(), parameters: z.record(z.string(), z.unknown()) }),
	),
	connections: z.record(
		z.string(),
		z.object({ main: z.array(z.array(z.object({ node: z.string() })).nullable()) }),
	),
});

const files = readdirSync(path.join(root, 'workflows')).map((file) => {
	const text = readFileSync(path.join(root, 'workflows', file), 'utf8');
	return { file, text, ...Template.parse(JSON.parse(text)) };
});
type Workflow = (typeof files)[number];

const workflow = (name: string): Workflow => {
	const found = files.find(({ file }) => file === name);
	if (found === undefined) throw new Error(`No template ${name}`);
	return found;
};
const isTable = ({ type }: Workflow['nodes'][number]) => type === 'n8n-nodes-base.dataTable';

/** Says what an expression gives for each item. */
class Evaluate implements INodeType {
	description: INodeType['description'] = {
		displayName: 'Evaluate',
		name: 'evaluate',
		group: ['transform'],
		version: 1,
		description: 'Evaluates an expression',
		defaults: { name: 'Evaluate' },
		inputs: ['main'],
		outputs: ['main'],
		properties: [{ displayName: 'Value', name: 'value', type: 'string', default: '' }],
	};

	async execute(this: IExecuteFunctions) {
		const values = this.getInputData().map((_, item) => this.getNodeParameter('value', item));
		return await Promise.resolve([values.map((value) => ({ json: { value } }))]);
	}
}

/** The error item of a customer whose consent has ended, as this n8n hands it on. */
async function ofEndedConnection(): Promise<IDataObject> {
	const sandbox = await startSandbox();
	try {
		const connection = newConnection(sandbox, { customer: 'ana', key: CONNECTION_KEY });
		sandbox.revoke();
		const { output } = await runNode({
			node: new FlinksGetAccounts(),
			credentials: { flinksOutboundAppApi: appCredential(sandbox) },
			parameters: { authentication: 'customerConnection' },
			items: [{ connection }],
			onError: 'continueErrorOutput',
		});
		return output.at(-1)?.[0]?.json ?? {};
	} finally {
		await sandbox.close();
	}
}

const KIND =
	/json\.details\?\.kind \?\? \/Kind: \(\[\\\\w-\]\+\)\/\.exec\(\$?json\.message \?\? ''\)/g;

describe.each(['nightly-refresh.json', 'nightly-transactions.json'])('%s', (file) => {
	// n8n before 2.36 lets nothing through to the error output that has more than `error` and `message`.
	it('knows an ended connection on every n8n', async () => {
		const { nodes } = workflow(file);
		const { parameters } = nodes.find(({ name }) => name === 'Has It Ended?') ?? {};
		const [condition] = z
			.object({ conditions: z.array(z.object({ leftValue: z.string(), rightValue: z.string() })) })
			.parse(parameters?.conditions).conditions;
		const ended = await ofEndedConnection();
		const { output } = await runNode({
			node: new Evaluate(),
			parameters: { value: condition?.leftValue ?? '' },
			items: [ended, { error: ended.error, message: 'Try again.\nKind: connection-lost.' }, {}],
		});
		const values = output[0]?.map(({ json }) => json.value);
		expect(values).toEqual([condition?.rightValue, condition?.rightValue, '']);
		expect(condition?.rightValue).toBe('connection-lost');
	});

	it('asks for the kind of a failure in one way', () => {
		const { text } = workflow(file);
		expect(text.match(KIND)?.length).toBe(text.match(/details\?/g)?.length);
	});
});

describe('a template that stores connections', () => {
	const { nodes, connections } = workflow('webhook-account-fetch.json');
	const after = (name: string): string[] =>
		(connections[name]?.main ?? [])
			.flatMap((next) => next ?? [])
			.flatMap(({ node }) => [node, ...after(node)]);
	const tables = (names: readonly string[]) =>
		nodes
			.filter((node) => names.includes(node.name) && isTable(node))
			.map(({ parameters }) => `${String(parameters.resource)} ${String(parameters.operation)}`);

	it('has stored something before a link goes out, as it will when a customer returns', () => {
		const trigger = nodes.find(({ type }) => type.endsWith('manualTrigger'))?.name ?? '';
		const link = nodes.find(({ parameters }) => parameters.operation === 'createLink')?.name ?? '';
		const way = after(trigger);
		expect(new Set(way).size).toBe(way.length);
		const before = tables(way.slice(0, way.indexOf(link)));
		const [first] = tables(after('A Customer Returns'));
		expect(before[0]).toBe('table create');
		expect(first).toBe('row upsert');
		expect(before).toContain(first);
	});
});

describe('the needed n8n', () => {
	const NEEDS = /\*\*Needs n8n (\d+\.\d+) or newer\*\*/;

	it.each(files.filter((one) => one.nodes.some(isTable)))('is said in $file', ({ file, nodes }) => {
		const notes = nodes.filter(({ type }) => type.endsWith('stickyNote'));
		const said = notes.flatMap(({ parameters }) => NEEDS.exec(String(parameters.content)) ?? []);
		expect(said[1]).toBeDefined();
		const line = readFileSync(path.join(root, 'README.md'), 'utf8')
			.split('\n')
			.find((one) => one.includes(`\`${file}\``) && one.includes('need n8n'));
		expect(line).toContain(`n8n ${said[1]} or newer`);
	});
});
