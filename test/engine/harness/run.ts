import {
	createRunExecutionData,
	type ExecutionError,
	type ExecutionStatus,
	type IDataObject,
	type INodeExecutionData,
	type IRun,
	type ITaskData,
	type IWorkflowBase,
	type NodeExecutionHint,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { createCredentialStore } from './credentialStore';
import { HarnessCredentialsHelper } from './credentialsHelper';
import { additionalData, core, recordLogs, stringify, type LogLine } from './host';
import { checkRows } from './rowSchema';
import { buildWorkflow, SOURCE, type Link, type NodeSpec } from './workflow';

export interface RunOptions {
	/** What the `Source` node gives out: plain objects, or items with binary data and the like. */
	readonly items?: ReadonlyArray<IDataObject | INodeExecutionData>;
	readonly mode?: WorkflowExecuteMode;
	/** Cancels the execution as the editor's stop button does. */
	readonly signal?: AbortSignal;
	readonly cancelAfterMs?: number;
}

/** One node's part in a run. */
export interface NodeRun {
	readonly status: ExecutionStatus | undefined;
	readonly output: ReadonlyArray<readonly INodeExecutionData[]>;
	readonly error: ExecutionError | undefined;
	readonly hints: readonly NodeExecutionHint[];
	readonly task: ITaskData | undefined;
}

export interface WorkflowRun {
	readonly status: ExecutionStatus;
	/** The error as n8n stores it. */
	readonly error: ExecutionError | undefined;
	/** The error as the node threw it; the last one if several tries failed. */
	readonly errorObject: unknown;
	/** Everything n8n would write to its database, to search for what must not be there. */
	readonly storedJson: string;
	readonly logs: readonly LogLine[];
	readonly run: IRun;
	of(nodeName: string): NodeRun;
}

export interface WorkflowSpec extends RunOptions {
	readonly nodes: readonly NodeSpec[];
	/** Left out: Source into the first node, and each node's first output into the next. */
	readonly links?: readonly Link[];
}

const chain = (nodes: readonly NodeSpec[]): Link[] =>
	nodes.map(({ name }, index) => ({ from: nodes[index - 1]?.name ?? SOURCE, to: name }));

const isItem = (item: IDataObject | INodeExecutionData): item is INodeExecutionData =>
	typeof item.json === 'object' && item.json !== null;

const toItem = (item: IDataObject | INodeExecutionData): INodeExecutionData =>
	isItem(item) ? item : { json: item };

function storeOf(nodes: readonly NodeSpec[]) {
	const used = nodes.flatMap(({ credentials }) => Object.values(credentials ?? {}));
	const stores = new Set(used.map(({ store }) => store));
	if (stores.size > 1) throw new Error('All credentials of a workflow come from one store');
	const [store = createCredentialStore([])] = stores;
	return store;
}

/**
 * Runs nodes in n8n's own execution engine, requests and OAuth2 included.
 * Rejects only if n8n refuses to start, e.g. because a required parameter is empty.
 */
export async function runWorkflow(spec: WorkflowSpec): Promise<WorkflowRun> {
	const thrown: unknown[] = [];
	const [run, logs] = await recordLogs(async () => await execute(spec, thrown));
	for (const node of spec.nodes) {
		const [first = []] = nodeRun(run.data.resultData.runData[node.name]?.at(-1)).output;
		checkRows(
			node,
			first.map(({ json }) => json),
		);
	}
	return {
		status: run.status,
		error: run.data.resultData.error,
		errorObject: thrown.at(-1),
		storedJson: stringify(run.data),
		logs,
		run,
		of: (nodeName) => nodeRun(run.data.resultData.runData[nodeName]?.at(-1)),
	};
}

async function execute(spec: WorkflowSpec, thrown: unknown[]): Promise<IRun> {
	const { nodes, items = [{}], mode = 'trigger', signal, cancelAfterMs } = spec;
	const workflow = buildWorkflow(nodes, spec.links ?? chain(nodes), thrown);
	const source = workflow.getNode(SOURCE);
	if (source === null) throw new Error('The workflow has no source');
	const runData = createRunExecutionData({
		executionData: {
			nodeExecutionStack: [{ node: source, data: { main: [items.map(toItem)] }, source: null }],
		},
	});
	const helper = new HarnessCredentialsHelper(storeOf(nodes));
	const stored = { id: workflow.id, name: 'Engine test', nodes: [] } as unknown as IWorkflowBase;
	const additional = additionalData(helper, mode, stored);
	const running = new core.WorkflowExecute(additional, mode, runData).processRunExecutionData(
		workflow,
	);
	const cancel = () => running.cancel();
	signal?.addEventListener('abort', cancel, { once: true });
	const timer = cancelAfterMs === undefined ? undefined : setTimeout(cancel, cancelAfterMs);
	try {
		return await running;
	} finally {
		clearTimeout(timer);
		signal?.removeEventListener('abort', cancel);
	}
}

function nodeRun(task: ITaskData | undefined): NodeRun {
	return {
		status: task?.executionStatus,
		output: (task?.data?.main ?? []).map((items) => items ?? []),
		error: task?.error,
		hints: task?.hints ?? [],
		task,
	};
}

export type RunNodeOptions = Omit<NodeSpec, 'name'> & RunOptions & { readonly name?: string };

/** Runs one node behind a `Source` that gives out `items`. */
export async function runNode({
	name = 'Node',
	items,
	mode,
	signal,
	cancelAfterMs,
	...spec
}: RunNodeOptions): Promise<WorkflowRun & Pick<NodeRun, 'output' | 'hints' | 'task'>> {
	const run = await runWorkflow({
		nodes: [{ name, ...spec }],
		...(items !== undefined && { items }),
		...(mode !== undefined && { mode }),
		...(signal !== undefined && { signal }),
		...(cancelAfterMs !== undefined && { cancelAfterMs }),
	});
	const { output, hints, task } = run.of(name);
	return { ...run, output, hints, task };
}
