import { readdirSync } from 'node:fs';
import path from 'node:path';

import type { INodePropertyOptions, INodeType } from 'n8n-workflow';

import { FlinksConnectCustomer } from '../../nodes/FlinksConnectCustomer/FlinksConnectCustomer.node';
import { execute } from './matrix/ran';
import { scored } from './matrix/scored';
import { useStage } from './matrix/useStage';
import { startProxy } from './proxy';
import { accountData } from './scenarios/accountData';
import { checkStatus } from './scenarios/checkStatus';
import { connectCustomer } from './scenarios/connectCustomer';
import { connectionTrigger } from './scenarios/connectionTrigger';
import { credentialTests } from './scenarios/credentialTests';
import { dataProviders } from './scenarios/dataProviders';
import { dataRecipients } from './scenarios/dataRecipients';
import { getAccounts } from './scenarios/getAccounts';
import { lists } from './scenarios/lists';
import { pollingTriggers } from './scenarios/pollingTriggers';
import { requestRegistrations } from './scenarios/requestRegistrations';
import type { Scenario } from './scenarios/types';
import { credentialsAt } from './support/credentials';

const SCENARIOS: readonly Scenario[] = [
	...accountData,
	...checkStatus,
	...connectCustomer,
	...connectionTrigger,
	...credentialTests,
	...dataProviders,
	...dataRecipients,
	...getAccounts,
	...lists,
	...pollingTriggers,
	...requestRegistrations,
];

const root = path.resolve(__dirname, '../..');
const names = readdirSync(path.join(root, 'nodes')).filter((name) => name.startsWith('Flinks'));

async function nodeNamed(name: string): Promise<INodeType> {
	const module = (await import(`../../nodes/${name}/${name}.node`)) as Record<
		string,
		new () => INodeType
	>;
	const Node = module[name];
	if (!Node) throw new Error(`There is no node ${name}`);
	return new Node();
}

/** Resource and operation of each choice that a node has; one without a name for a node without any. */
function operationsOf({ description }: INodeType): string[] {
	const choosers = description.properties.filter(({ name }) => name === 'operation');
	const found = choosers.flatMap(({ options = [], displayOptions }) => {
		const [resource = ''] = displayOptions?.show?.resource ?? [];
		return (options as INodePropertyOptions[]).map(({ value }) => `${String(resource)} ${value}`);
	});
	return found.length > 0 ? found : [' '];
}

const stage = useStage();

/** What a scenario runs, in the words of `operationsOf`. */
async function coveredBy(scenario: Scenario): Promise<string> {
	stage.sandbox.reset();
	const proxy = await startProxy(stage.sandbox.url);
	try {
		const credentials = credentialsAt(proxy.url, stage.sandbox);
		const { sandbox } = stage;
		const { parameters } = await scenario.prepare({ sandbox, credentials, calm: proxy.calm });
		const { description } = scenario.create();
		const chosen = (name: string) =>
			parameters[name] ?? description.properties.find((one) => one.name === name)?.default ?? '';
		const operation = String(chosen('operation'));
		return `${description.name}: ${operation === '' ? ' ' : `${String(chosen('resource'))} ${operation}`}`;
	} finally {
		await proxy.close();
	}
}

/** Nothing is sent for it: see below. */
const ALONE = 'flinksConnectCustomer:  createLink';

it('every operation of every node, and every trigger, has a job', async () => {
	const nodes = await Promise.all(names.map(nodeNamed));
	const all = nodes.flatMap((node) =>
		operationsOf(node).map((operation) => `${node.description.name}: ${operation}`),
	);
	const covered = new Set([ALONE]);
	for (const one of SCENARIOS.filter(({ act }) => act === undefined || !isForEditors(act))) {
		covered.add(await coveredBy(one));
	}
	expect(all.length).toBeGreaterThan(25);
	expect(all.filter((one) => !covered.has(one))).toEqual([]);
});

const isForEditors = (act: Scenario['act']): boolean =>
	[...lists, ...credentialTests].some((one) => one.act === act);

it('every list of the editor has a job', async () => {
	const nodes = await Promise.all(names.map(nodeNamed));
	const methods = nodes.flatMap(({ methods: own }) => [
		...Object.keys(own?.listSearch ?? {}),
		...Object.keys(own?.loadOptions ?? {}),
	]);
	const covered = new Set(lists.map(({ name }) => name));
	expect([...new Set(methods)].filter((method) => !covered.has(method))).toEqual([]);
});

scored('Flinks Connect Customer', 'network', 'a link is made without asking anybody', async () => {
	const proxy = await startProxy(stage.sandbox.url);
	const credentials = credentialsAt(proxy.url, stage.sandbox).app('recipient');
	await proxy.close();
	const ran = await execute(
		new FlinksConnectCustomer(),
		{
			parameters: {
				operation: 'createLink',
				provider: { __rl: true, mode: 'id', value: '1000' },
				reference: 'customer-1042',
			},
			credentials,
			items: [{}, {}],
		},
		'stopWorkflow',
	);
	const lost = 2 - (ran.output[0]?.length ?? 0);
	expect(lost).toBe(0);
	return { lost };
});
