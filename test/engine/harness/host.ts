import 'reflect-metadata';
import './environment';
import * as core from 'n8n-core';
import type {
	IBinaryData,
	ICredentialsHelper,
	ILoadOptionsFunctions,
	INode,
	IPollFunctions,
	IRunExecutionData,
	IHookFunctions,
	IWebhookData,
	IWebhookFunctions,
	IWorkflowBase,
	IWorkflowExecuteAdditionalData,
	Workflow,
	WorkflowActivateMode,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import path from 'node:path';

/**
 * Everything that differs between the oldest and the newest n8n under test, or that n8n-core's
 * types do not let an outsider say.
 */

interface Logger {
	scoped(scopes: string | string[]): Logger;
	error(message: string, metadata?: unknown): void;
	warn(message: string, metadata?: unknown): void;
	info(message: string, metadata?: unknown): void;
	debug(message: string, metadata?: unknown): void;
}

interface Container {
	get(token: unknown): unknown;
	set(token: unknown, value: unknown): void;
}

interface BinaryDataService {
	config: object;
	mode: string;
	managers: object;
	init(): Promise<void>;
	getPath(id: string): string;
}

export type LogLevel = 'error' | 'warn' | 'info' | 'debug';

export interface LogLine {
	readonly level: LogLevel;
	readonly message: string;
	readonly metadata: unknown;
}

/** A module as n8n-core itself would require it: there may be another copy nearer to us. */
function requireAsCore(name: string): Record<string, unknown> {
	const coreFolder = path.dirname(require.resolve('n8n-core'));
	return require(require.resolve(name, { paths: [coreFolder] })) as Record<string, unknown>;
}

const recorders = new Set<LogLine[]>();

const logger: Logger = {
	scoped: () => logger,
	error: (message, metadata) => record('error', message, metadata),
	warn: (message, metadata) => record('warn', message, metadata),
	info: (message, metadata) => record('info', message, metadata),
	debug: (message, metadata) => record('debug', message, metadata),
};

function record(level: LogLevel, message: string, metadata: unknown) {
	for (const lines of recorders) lines.push({ level, message, metadata });
}

const container = requireAsCore('@n8n/di').Container as Container;
container.set(requireAsCore('@n8n/backend-common').Logger, logger);

// Its constructor starts a timer that keeps the process of 1.x alive, and nothing here uses SSH.
const { SSHClientsManager } = requireAsCore('./execution-engine/ssh-clients-manager');
container.set(SSHClientsManager, {});

/** Makes n8n keep binary data as files in `folder`; harnesses start with all of it in memory. */
export async function binaryDataOnDisk(folder: string) {
	const service = container.get(core.BinaryDataService) as BinaryDataService;
	const before = { mode: service.mode, managers: service.managers };
	const config = { mode: 'filesystem', availableModes: ['filesystem'], localStoragePath: folder };
	Object.assign(service.config, config);
	service.managers = {};
	await service.init();
	return {
		pathOf: ({ id = '' }: IBinaryData) => service.getPath(id),
		restore: () => Object.assign(service, before),
	};
}

/** Collects what nodes and n8n-core log while `work` runs; parallel runs see each other's lines. */
export async function recordLogs<T>(work: () => Promise<T>): Promise<[T, readonly LogLine[]]> {
	const lines: LogLine[] = [];
	recorders.add(lines);
	try {
		return [await work(), lines];
	} finally {
		recorders.delete(lines);
	}
}

let lastExecutionId = 0;

/** What n8n hands to every execution besides the workflow itself. */
export function additionalData(
	credentialsHelper: ICredentialsHelper,
	mode: WorkflowExecuteMode,
	workflow: IWorkflowBase,
): IWorkflowExecuteAdditionalData {
	const executionId = String(++lastExecutionId);
	const base = 'http://127.0.0.1:5678/';
	const data = {
		credentialsHelper,
		executionId,
		hooks: new core.ExecutionLifecycleHooks(mode, executionId, workflow),
		currentNodeExecutionIndex: 0,
		variables: {},
		externalSecretsProxy: {},
		restApiUrl: `${base}rest`,
		instanceBaseUrl: base,
		formWaitingBaseUrl: `${base}form-waiting`,
		webhookBaseUrl: `${base}webhook`,
		webhookWaitingBaseUrl: `${base}webhook-waiting`,
		webhookTestBaseUrl: `${base}webhook-test`,
	};
	return data as unknown as IWorkflowExecuteAdditionalData;
}

/** One node's execute context outside a running workflow, as n8n uses it to test a credential. */
export function executeContext(
	workflow: Workflow,
	node: INode,
	additional: IWorkflowExecuteAdditionalData,
	run: IRunExecutionData,
): core.ExecuteContext {
	const items = [{ json: {} }];
	return new core.ExecuteContext(
		workflow,
		node,
		additional,
		'internal',
		run,
		0,
		items,
		{ main: [items] },
		{ node, data: { main: [items] }, source: null },
		[],
	);
}

// n8n-core's own declarations do not satisfy n8n-workflow's under exactOptionalPropertyTypes.
export const loadOptionsContext = (
	workflow: Workflow,
	node: INode,
	additional: IWorkflowExecuteAdditionalData,
) =>
	new core.LoadOptionsContext(workflow, node, additional, '') as unknown as ILoadOptionsFunctions;

export const pollContext = (
	workflow: Workflow,
	node: INode,
	additional: IWorkflowExecuteAdditionalData,
	mode: WorkflowExecuteMode,
) =>
	new core.PollContext(workflow, node, additional, mode, 'activate') as unknown as IPollFunctions;

export const webhookContext = (
	workflow: Workflow,
	node: INode,
	additional: IWorkflowExecuteAdditionalData,
	mode: WorkflowExecuteMode,
	webhook: IWebhookData,
) =>
	new core.WebhookContext(
		workflow,
		node,
		additional,
		mode,
		webhook,
		[],
		null,
	) as unknown as IWebhookFunctions;

export const hookContext = (
	workflow: Workflow,
	node: INode,
	additional: IWorkflowExecuteAdditionalData,
	activation: WorkflowActivateMode,
	webhook: IWebhookData,
) =>
	new core.HookContext(
		workflow,
		node,
		additional,
		activation === 'manual' ? 'manual' : 'trigger',
		activation,
		webhook,
	) as unknown as IHookFunctions;

// flatted, the format of stored executions, has a CommonJS build but types for its ESM one only.
export const { stringify } = require('flatted') as { stringify: (value: unknown) => string };

export { core };
