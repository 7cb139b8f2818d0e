import {
	Workflow,
	type IConnections,
	type INode,
	type INodeParameters,
	type INodeType,
	type OnError,
} from 'n8n-workflow';
import type { StoredCredential } from './credentialStore';
import { nodeTypes, typeName } from './nodeTypes';

/** A node of a test workflow; `settings` are the rest of n8n's per-node settings. */
export interface NodeSpec {
	readonly name: string;
	readonly node: INodeType;
	readonly parameters?: INodeParameters;
	readonly credentials?: Readonly<Record<string, StoredCredential>>;
	readonly onError?: OnError;
	readonly settings?: Partial<
		Pick<
			INode,
			'retryOnFail' | 'maxTries' | 'waitBetweenTries' | 'alwaysOutputData' | 'executeOnce' | 'id'
		>
	>;
}

/** From one node's output to another node's first input; `Source` has the test's items. */
export interface Link {
	readonly from: string;
	readonly output?: number;
	readonly to: string;
}

export const SOURCE = 'Source';

const latest = (version: number | number[]) =>
	Array.isArray(version) ? Math.max(...version) : version;

/** The node as a saved workflow has it. */
function toNode(spec: NodeSpec, index = 0): INode {
	const { description } = spec.node;
	const credentials = Object.entries(spec.credentials ?? {}).map(
		([type, { id, name }]) => [type, { id, name }] as const,
	);
	return {
		id: `node-${index}`,
		name: spec.name,
		type: typeName(spec.node),
		typeVersion: latest(description.version),
		position: [index * 200, 0],
		parameters: spec.parameters ?? {},
		...(credentials.length > 0 && { credentials: Object.fromEntries(credentials) }),
		...(spec.onError !== undefined && { onError: spec.onError }),
		...spec.settings,
	};
}

function toConnections(links: readonly Link[]): IConnections {
	const connections: IConnections = {};
	for (const { from, output = 0, to } of links) {
		const outputs = ((connections[from] ??= {}).main ??= []);
		while (outputs.length <= output) outputs.push([]);
		outputs[output]?.push({ node: to, type: 'main', index: 0 });
	}
	return connections;
}

/** A runnable workflow that starts at the `Source` node. */
export function buildWorkflow(
	specs: readonly NodeSpec[],
	links: readonly Link[],
	thrown: unknown[] = [],
	id = 'workflow',
): Workflow {
	const source: INode = {
		id: 'source',
		name: SOURCE,
		type: 'harness.source',
		typeVersion: 1,
		position: [-200, 0],
		parameters: {},
	};
	return new Workflow({
		id,
		name: 'Engine test',
		nodes: [source, ...specs.map(toNode)],
		connections: toConnections(links),
		active: false,
		nodeTypes: nodeTypes(
			specs.map(({ node }) => node),
			thrown,
		),
		settings: { executionOrder: 'v1' },
	});
}
